using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Http;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Binding.Shapes;
using JobsSpecGen.Binding.State;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding;

/// <summary>The result of binding a spec.</summary>
/// <param name="Model">The model; null if the surface of the spec (names, shapes, errors) has errors.</param>
/// <param name="Lines">The line numbers of the parts of the model.</param>
/// <param name="Findings">The errors, in the order of the text.</param>
internal sealed record BoundSpec(SpecModel? Model, SpecLines? Lines, EquatableArray<Finding> Findings)
{
    /// <summary>The span of the namespace, for a conflict with another spec.</summary>
    public YamlSpan NamespacePlace { get; init; }
}

/// <summary>
/// Binds the nodes of a spec to the model. It continues after errors as far as possible, so that all of them are reported at once.
/// A spec with errors in its behaviour still gives a model, but without steps: the emitted types stay, so that the compiler does
/// not hide the one real error among errors about missing types.
/// </summary>
internal static class SpecBinder
{
    /// <param name="root">The nodes.</param>
    /// <param name="fileName">The name of the file, without folders.</param>
    /// <param name="findings">The findings of the reader; the binder adds to them.</param>
    public static BoundSpec Bind(YamlNode root, string fileName, FindingList findings)
    {
        var context = new BindingContext(findings);
        var fromReader = findings.Count;
        if (MappingReader.Of(root, "A spec", context.Findings) is not { } reader)
        {
            return new BoundSpec(null, null, context.Findings.ToArray());
        }

        var header = SpecHeader.Read(reader, context);
        new ShapeBinder(context).Bind(reader.Required("shapes"));
        new ErrorBinder(context).Bind(reader.Required("errors"));
        new StateBinder(context).Bind(reader.Required("state"));
        var operations = new OperationBinder(context);
        var (operationsNode, environmentNode) = (reader.Required("operations"), reader.Required("environment"));
        if (operationsNode is YamlMapping { Entries.Count: 0 })
        {
            context.Findings.Add(ShapeRules.WrongNode, operationsNode.Span, "'operations'", "a mapping with at least one operation");
        }

        if (context.Partition is not null)
        {
            operations.BindSignatures(operationsNode, environmentNode);
        }

        TypeNameClashes.Report(header.Service, reader.Node, context);
        if (context.Findings.Count > fromReader)
        {
            return new BoundSpec(null, null, context.Findings.ToArray());
        }

        SiblingMemberCheck.Report(reader.Node, context);
        new LifecycleBinder(context).Bind(reader.Optional("lifecycles"));
        BlockSyntax.ReadAll(reader.Optional("blocks"), context);
        operations.BindSteps();
        var scenarios = new ScenarioBinder(context).Bind(reader.Optional("scenarios"));
        var wire = WireBinder.Bind(reader.Optional("wire"), context);
        OmissionReader.Check(reader.Optional("omissions"), context);
        reader.RejectOthers();
        return Finish(header, scenarios, wire.ToEquatableArray(), root, fileName, context);
    }

    private static BoundSpec Finish(SpecHeader header, EquatableArray<ScenarioModel> scenarios, EquatableArray<WireClause> wire, YamlNode root, string fileName, BindingContext context)
    {
        var isBroken = context.Findings.Count > 0;
        var model = new SpecModel(
            header.Service,
            header.Namespace,
            header.Title,
            header.Revision,
            NodeHash.Of(root),
            fileName,
            header.TimestampsInSeconds,
            WireForms.Of(context).ToEquatableArray(),
            context.Errors.ToEquatableArray(),
            context.Partition!,
            context.Collections.Select(collection => collection with { AccessPaths = isBroken ? default : context.AccessPaths.Of(collection.Name).ToEquatableArray() }).ToEquatableArray(),
            context.Lifecycles.ToEquatableArray(),
            context.Operations.Select(operation => isBroken ? operation with { Steps = default } : operation).ToEquatableArray(),
            context.Clauses.ToEquatableArray(),
            isBroken ? default : context.Points.ToEquatableArray(),
            isBroken ? default : scenarios) 
        {
            IsBroken = isBroken,
            RefusesUnknownMembers = header.RefusesUnknownMembers,
            WireClauses = wire,
            SigningName = header.SigningName,
        };
        var lines = new SpecLines(
            header.Service,
            header.Namespace,
            context.Lines.Clauses.ToEquatableArray(),
            context.Lines.Points.ToEquatableArray(),
            context.Shapes.Select(shape => context.Lines.Shapes[shape.Name]).ToEquatableArray(),
            context.Lines.Scenarios.ToEquatableArray(),
            context.Lines.ScenarioSteps.ToEquatableArray());
        return new BoundSpec(model, lines, context.Findings.ToArray()) { NamespacePlace = header.NamespacePlace };
    }
}
