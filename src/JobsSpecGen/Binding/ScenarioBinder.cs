using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Binding.Shapes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding;

/// <summary>Binds the scenarios: examples that the step function and every backend must follow.</summary>
internal sealed class ScenarioBinder(BindingContext context)
{
    private readonly LiteralBinder _literals = new(context);
    private readonly List<ScenarioModel> _scenarios = [];

    public EquatableArray<ScenarioModel> Bind(YamlNode? node)
    {
        foreach (var item in node is null ? [] : NodeReading.Items(node, "'scenarios'", context.Findings))
        {
            if (MappingReader.Of(item, "A scenario", context.Findings) is { } reader)
            {
                Bind(reader);
                reader.RejectOthers();
            }
        }

        return _scenarios.ToEquatableArray();
    }

    private void Bind(MappingReader reader)
    {
        var name = reader.RequiredScalar("scenario");
        var given = reader.Optional("given") is { } calls ? NodeReading.Items(calls, "'given'", context.Findings).Select(BindCall).ToArray() : [];
        var steps = new List<ScenarioStepModel>();
        var lines = new List<int>();
        foreach (var item in NodeReading.Items(reader.Required("steps"), "'steps'", context.Findings))
        {
            if (MappingReader.Of(item, "A step of a scenario", context.Findings) is { } step)
            {
                if (BindStep(step) is { } bound)
                {
                    steps.Add(bound);
                    lines.Add(step.Head.Start.Line + 1);
                }

                step.RejectOthers();
            }
        }

        if (name is null || given.Any(call => call is null))
        {
            return;
        }

        if (_scenarios.Any(scenario => scenario.Name == name.Value))
        {
            context.Findings.Add(BehaviourRules.VariableTaken, name.Span, name.Value, "another scenario");
            return;
        }

        _scenarios.Add(new ScenarioModel(name.Value, given.Select(call => call!).ToEquatableArray(), steps.ToEquatableArray()));
        context.Lines.Scenarios.Add(name.Span.Start.Line + 1);
        context.Lines.ScenarioSteps.Add(lines.ToEquatableArray());
    }

    private ScenarioStepModel? BindStep(MappingReader reader)
    {
        var call = reader.Required("when") is { } when ? BindCall(when) : null;
        if (MappingReader.Of(reader.Required("then"), "'then'", context.Findings) is not { } then || call is null)
        {
            return null;
        }

        var operation = context.Operations[call.Operation];
        var refused = then.OptionalScalar("refused");
        var node = refused is null ? then.Required("returns") : then.Optional("with");
        then.RejectOthers();
        var error = refused is null ? null : context.Errors.Find(refused.Value);
        if (refused is not null && error is null)
        {
            context.Findings.Add(BehaviourRules.UnknownName, refused.Span, "error", refused.Value, Suggestion.For(refused.Value, operation.Errors));
            return null;
        }

        if (error is not null && !operation.Errors.Contains(error.Name))
        {
            context.Findings.Add(BehaviourRules.UnlistedError, refused!.Span, operation.Name, error.Name);
            return null;
        }

        var shape = error is not null ? new Shape(error.Name, ShapeKind.Structure, string.Empty, string.Empty) { Members = error.Members }
            : operation.Output is { } output ? context.Shapes[output]
            : new Shape(operation.Name, ShapeKind.Structure, string.Empty, string.Empty);
        var outcome = node is null ? new LiteralValue.Record(default) : _literals.Bind(node, shape, isPartial: true) as LiteralValue.Record;
        if (outcome is null)
        {
            return null;
        }

        var absent = new List<string>();
        return new ScenarioStepModel(call, error?.Name, (LiteralValue.Record)WithoutNulls(outcome, string.Empty, absent)!, absent.ToEquatableArray());
    }

    private CallModel? BindCall(YamlNode node)
    {
        if (node is not YamlMapping { Entries.Count: 1 } mapping)
        {
            context.Findings.Add(ShapeRules.WrongNode, node.Span, "A call", "a mapping of one operation to its input");
            return null;
        }

        var (name, input) = (mapping.Entries[0].Key, mapping.Entries[0].Value);
        if (!context.Operations.TryGet(name.Value, out var operation))
        {
            context.Findings.Add(BehaviourRules.UnknownName, name.Span, "operation", name.Value, Suggestion.For(name.Value, context.Operations.Names));
            return null;
        }

        return _literals.Bind(input, context.Shapes[operation.Input]) is LiteralValue.Record request ? new CallModel(operation.Name, request) : null;
    }

    /// <summary>Splits an expectation into the members that must be present and the paths of those that must be absent.</summary>
    private static LiteralValue? WithoutNulls(LiteralValue value, string path, List<string> absent)
    {
        switch (value)
        {
            case LiteralValue.Null:
                absent.Add(path);
                return null;
            case LiteralValue.Sequence sequence:
                return new LiteralValue.Sequence(sequence.Items
                    .Select((item, i) => WithoutNulls(item, $"{path}[{i}]", absent))
                    .Where(item => item is not null).Select(item => item!).ToEquatableArray());
            case LiteralValue.Record record:
                return new LiteralValue.Record(record.Members
                    .Select(member => (member.Name, Value: WithoutNulls(member.Value, path.Length == 0 ? member.Name : path + "." + member.Name, absent)))
                    .Where(member => member.Value is not null)
                    .Select(member => new NamedLiteral(member.Name, member.Value!)).ToEquatableArray());
            default:
                return value;
        }
    }
}
