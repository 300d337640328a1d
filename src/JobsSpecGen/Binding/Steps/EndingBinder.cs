using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Steps;

/// <summary>Binds the steps that end an operation: <c>require</c>, <c>return</c>, and the <c>otherwise</c> of other steps.</summary>
internal static class EndingBinder
{
    public static void BindRequire(MappingReader reader, BoundSteps bound, BindingContext context)
    {
        var condition = ExprBinder.Bind(reader.RequiredScalar("require"), ExprType.Boolean, "What is required", context, bound.Scope, isCondition: true);
        var otherwise = MappingReader.Of(Expand(reader.Required("otherwise")), "'otherwise'", context.Findings);
        var accepts = ReadAccepts(reader, context);
        var clause = ClauseReader.Read(reader, context, bound.Scope.IsOperation ? "A 'require'" : null);
        var refusal = otherwise is null ? null : BindRefusal(otherwise, bound.Scope, clause, accepts, context);
        otherwise?.RejectOthers();
        if (condition is null || refusal is null)
        {
            bound.Scope = bound.Scope with { HasUnknownConditions = bound.Scope.HasUnknownConditions || condition is null };
            return;
        }

        bound.FlushFor(condition);
        var present = Narrowing.Paths(condition, holds: true).ToArray();
        bound.Add(new Step.Require(condition, refusal, present.Length > 0));
        bound.Scope = bound.Scope.WithPresent(present);
    }

    public static void BindReturn(MappingReader reader, BoundSteps bound, BindingContext context)
    {
        var answer = BindAnswer(reader, PointKind.Answered, bound.Scope, context);
        bound.Ends = true;
        if (answer is not null)
        {
            bound.Flush();
            bound.Add(new Step.Return(answer));
        }
    }

    /// <summary>Binds an <c>otherwise</c> with a clause of its own: an error, or another response.</summary>
    public static Ending? BindOtherwise(MappingReader reader, Scope scope, BindingContext context)
    {
        if (reader.Optional("return") is not null)
        {
            return BindAnswer(reader, PointKind.AnsweredInstead, scope, context);
        }

        var accepts = ReadAccepts(reader, context);
        var clause = ClauseReader.Read(reader, context, scope.IsOperation ? "An 'otherwise'" : null);
        return BindRefusal(reader, scope, clause, accepts, context);
    }

    /// <summary>Accepts <c>otherwise: SomeException</c> as a short form of <c>otherwise: { error: SomeException }</c>.</summary>
    public static YamlNode? Expand(YamlNode? otherwise) =>
        otherwise is YamlScalar error
            ? new YamlMapping([new YamlEntry(new YamlScalar("error", YamlScalarStyle.Plain, error.Span, error.ContentStart), error)], error.Span)
            : otherwise;

    private static Ending.Refusal? BindRefusal(MappingReader reader, Scope scope, string? clause, EquatableArray<string> accepts, BindingContext context)
    {
        var data = reader.Optional("data");
        if (reader.RequiredScalar("error") is not { } name || FindError(name, context) is not { } error)
        {
            return null;
        }

        if (!scope.Errors.Contains(error.Name))
        {
            context.Findings.Add(BehaviourRules.UnlistedError, name.Span, scope.Operation, error.Name);
        }

        var sources = new List<MemberSource>();
        var structure = new StructureBinder(context, scope, sources);
        var members = data is null ? default(EquatableArray<BuiltMember>) : structure.Bind(data, error.Members, error.Name, string.Empty);
        if (data is null && error.Members.FirstOrDefault(member => member.Required) is { } missing)
        {
            context.Findings.Add(BehaviourRules.MissingMember, name.Span, $"'{error.Name}'", missing.Name, " under 'data'");
            return null;
        }

        var point = context.AddPoint(
            new PointModel(scope.Operation, PointKind.Refused, clause)
            {
                Error = error.Name,
                Accepts = accepts,
                Members = sources.ToEquatableArray(),
            },
            name.Span);
        return members is null ? null : new Ending.Refusal(error.Name, clause, members.Value, point);
    }

    private static Ending.Answer? BindAnswer(MappingReader reader, PointKind kind, Scope scope, BindingContext context)
    {
        var node = reader.Required("return");
        var accepts = ReadAccepts(reader, context);
        var clause = ClauseReader.Read(reader, context, scope.IsOperation ? "A 'return'" : null);
        if (!scope.IsOperation)
        {
            context.Findings.Add(BehaviourRules.ReturnInEnvironment, reader.Head);
            return null;
        }

        var output = context.Shapes[scope.Operation + "Response"];
        var sources = new List<MemberSource>();
        var members = node is null ? null : new StructureBinder(context, scope, sources).Bind(node, output.Members, output.Name, string.Empty);
        var point = context.AddPoint(
            new PointModel(scope.Operation, kind, clause) { Accepts = accepts, Members = sources.ToEquatableArray() },
            reader.Head);
        return members is null ? null : new Ending.Answer(output.Name, members.Value, point);
    }

    private static EquatableArray<string> ReadAccepts(MappingReader reader, BindingContext context) =>
        reader.Scalars("accepts").Where(name => FindError(name, context) is not null).Select(name => name.Value).ToEquatableArray();

    private static ErrorModel? FindError(YamlScalar name, BindingContext context)
    {
        if (context.Errors.TryGet(name.Value, out var error))
        {
            return error;
        }

        context.Findings.Add(BehaviourRules.UnknownName, name.Span, "error", name.Value, Suggestion.For(name.Value, context.Errors.Names));
        return null;
    }
}
