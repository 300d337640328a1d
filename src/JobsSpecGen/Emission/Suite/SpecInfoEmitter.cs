using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits the spec as data for the engine. Line numbers are in a file of their own, so that a comment in the YAML changes only that file.</summary>
internal static class SpecInfoEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var writer = CodeWriter.ForFile(types.Namespace, usesLinq: true);
        var lines = Identifier.Of(spec.Service + "SpecLines");
        writer.Line($"/// <summary>The spec as data.</summary>");
        writer.Open($"internal static class {Identifier.Of(spec.Service + "SpecInfo")}");
        writer.Open($"public static {Engine.Namespace}.SpecInfo Create() => new({CSharpLiteral.Of(spec.Service)}, {CSharpLiteral.Of(spec.Revision)}, {CSharpLiteral.Of(spec.Hash)}, {CSharpLiteral.Of(spec.FileName)}, {(spec.TimestampsInSeconds ? 1 : 1000)})");
        writer.Line($$"""
            Shapes = Shapes().ToDictionary(shape => shape.Name, global::System.StringComparer.Ordinal),
            Operations = Operations(),
            Clauses = Clauses(),
            Points = Points(),
            Collections = Collections(),
            Lifecycles = Lifecycles(),
            Scenarios = Scenarios(),
            IsolationClause = {{CSharpLiteral.Of(spec.Partition.IsolationClause)}},
            AtomicityClause = {{CSharpLiteral.Of(spec.Partition.Guarantees.Atomic)}},
            FreshnessClause = {{CSharpLiteral.Of(spec.Partition.Guarantees.Fresh)}},
            DurabilityClause = {{CSharpLiteral.Of(spec.Partition.Guarantees.Durable)}},
            InvalidInputError = {{CSharpLiteral.Of(spec.Errors.First(error => error.RejectsInput).Name)}},
            Errors = Errors(),
            WireClauses = WireClauses(),
            RefusesUnknownMembers = {{CSharpLiteral.Of(spec.RefusesUnknownMembers)}},
            """);
        writer.Close($";");
        writer.Line();
        WriteList(writer, Code.Of($"ShapeInfo"), Code.Of($"Shapes"), spec.Shapes
            .Select((shape, i) => ShapeInfoText.Of(shape, Code.Of($"{lines}.Shapes[{i}]")))
            .Concat(spec.Errors.Where(error => error.Members.Count > 0).Select(ShapeInfoText.Of)));
        WriteList(writer, Code.Of($"OperationInfo"), Code.Of($"Operations"), spec.Operations.Select(operation => BehaviourInfoText.Of(operation, types[operation.Input])));
        WriteList(writer, Code.Of($"ClauseInfo"), Code.Of($"Clauses"), spec.Clauses.Select((clause, i) => BehaviourInfoText.Of(clause, Code.Of($"{lines}.Clauses[{i}]"))));
        WriteList(writer, Code.Of($"PointInfo"), Code.Of($"Points"), spec.Points.Select((point, i) => BehaviourInfoText.Of(point, i, Code.Of($"{lines}.Points[{i}]"))));
        WriteList(writer, Code.Of($"CollectionInfo"), Code.Of($"Collections"), spec.Collections.Select(BehaviourInfoText.Of));
        WriteList(writer, Code.Of($"LifecycleInfo"), Code.Of($"Lifecycles"), spec.Lifecycles.Select(BehaviourInfoText.Of));
        WriteList(writer, Code.Of($"ErrorInfo"), Code.Of($"Errors"), spec.Errors.Select(HttpInfoText.Of));
        WriteWireClauses(writer, spec);
        WriteList(writer, Code.Of($"ScenarioInfo"), Code.Of($"Scenarios"), spec.Scenarios.Select((scenario, i) => ScenarioInfoText.Of(scenario, i, lines)));
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteWireClauses(CodeWriter writer, SpecModel spec)
    {
        writer.Line($"private static global::System.Collections.Generic.Dictionary<{Engine.Namespace}.WireRule, string> WireClauses() => new()");
        writer.Line($"{{");
        foreach (var clause in spec.WireClauses)
        {
            writer.Line($"    {HttpInfoText.Of(clause)},");
        }

        writer.Line($"}};");
        writer.Line();
    }

    private static void WriteList(CodeWriter writer, Code type, Code name, System.Collections.Generic.IEnumerable<Code> items)
    {
        writer.Line($"private static {Engine.Namespace}.{type}[] {name}() =>");
        writer.Line($"[");
        foreach (var item in items)
        {
            writer.Line($"    {item},");
        }

        writer.Line($"];");
        writer.Line();
    }
}
