using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits the suite: the spec and its step function in terms of the engine.</summary>
internal static class SuiteEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var writer = CodeWriter.ForFile(types.Namespace, usesLinq: true);
        var name = Identifier.Of(spec.Service + "Suite");
        writer.Line($"/// <summary>The conformance suite of {DocText.Of(spec.Title)}, revision {DocText.Of(spec.Revision)}.</summary>");
        writer.Open($"public sealed class {name} : {Engine.Namespace}.ConformanceSuite");
        writer.Line($$"""
            private {{name}}()
            {
            }

            /// <summary>The single instance of the suite, so that the exploration of the spec runs once.</summary>
            public static {{name}} Instance { get; } = new();

            /// <inheritdoc/>
            public override {{Engine.Namespace}}.SpecInfo Spec { get; } = {{Identifier.Of(spec.Service + "SpecInfo")}}.Create();

            /// <inheritdoc/>
            public override object CreateState({{Engine.Value}} partition) =>
                new {{Identifier.Of(spec.Service + "Snapshot")}}((({{Engine.Value}}.Text)partition).Value);

            """);
        WriteInspect(writer, spec, types);
        WriteStep(writer, spec);
        WriteStepMutant(writer, spec);
        WriteValidate(writer, spec, types);
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteInspect(CodeWriter writer, SpecModel spec, ShapeTypes types)
    {
        writer.Line($"/// <inheritdoc/>");
        writer.Open($"public override {Engine.Record} Inspect(object state)");
        writer.Line($"var snapshot = ({Identifier.Of(spec.Service + "Snapshot")})state;");
        writer.Line($"return new {Engine.Record}(");
        writer.Line($"[");
        foreach (var field in spec.Partition.Fields)
        {
            var value = ConversionText.ToValue(Code.Of($"snapshot.{Identifier.Of(field.Member.Identifier)}"), types[field.Member.Shape], types, spec);
            writer.Line($"    new({CSharpLiteral.Of(field.Member.Name)}, {value}),");
        }

        foreach (var collection in spec.Collections)
        {
            var rows = Code.Of($"snapshot.{Identifier.Of(collection.Identifier)}.Select({Identifier.Of(spec.Service + "Values")}.Of).ToArray()");
            writer.Line($"    new({CSharpLiteral.Of(collection.Name)}, new {Engine.Value}.Sequence({rows})),");
        }

        writer.Line($"]);");
        writer.Close();
        writer.Line();
    }

    private static void WriteStep(CodeWriter writer, SpecModel spec)
    {
        var values = Identifier.Of(spec.Service + "Values");
        writer.Line($"/// <inheritdoc/>");
        writer.Open($"public override {Engine.Namespace}.StepReport Step(object state, {Engine.Namespace}.SpecCall call, long now)");
        writer.Line($$"""
            global::System.ArgumentNullException.ThrowIfNull(call);
            var violations = Validate(Spec.Operations.First(operation => operation.Name == call.Operation).Input, call.Request);
            if (violations.Count > 0)
            {
                return new(state, null, new(Spec.InvalidInputError, new {{Engine.Record}}([]), violations), [], []);
            }

            var after = (({{Identifier.Of(spec.Service + "Snapshot")}})state).Fork();
            var trace = new {{Identifier.Of(spec.Service + "Trace")}}();
            {{Engine.Value}}? response = null;
            {{Identifier.Of(spec.Service + "Exception")}}? refusal;
            """);
        WriteCalls(writer, spec, Code.Of($"{Identifier.Of(spec.Service + "Model")}"), Code.Of($"trace"));
        writer.Line($$"""
            return refusal is null
                ? new(after, response, null, trace.Points, trace.Faults) { Rewritten = trace.Rewritten }
                : new(state, null, new(refusal.Code, {{values}}.DataOf(refusal), []), trace.Points, trace.Faults);
            """);
        writer.Close();
        writer.Line();
    }

    private static void WriteStepMutant(CodeWriter writer, SpecModel spec)
    {
        writer.Line($$"""
            /// <inheritdoc/>
            public override global::System.Collections.Generic.IReadOnlyList<{{Engine.Namespace}}.MutantInfo> Mutants { get; } = {{Identifier.Of(spec.Service + "Mutants")}}.All();

            /// <inheritdoc/>
            """);
        writer.Open($"public override {Engine.Namespace}.StepReport StepMutant(int mutant, object state, {Engine.Namespace}.SpecCall call, long now)");
        writer.Line($$"""
            global::System.ArgumentNullException.ThrowIfNull(call);
            var after = (({{Identifier.Of(spec.Service + "Snapshot")}})state).Fork();
            {{Engine.Value}}? response = null;
            {{Identifier.Of(spec.Service + "Exception")}}? refusal;
            """);
        WriteCalls(writer, spec, Code.Of($"{Identifier.Of(spec.Service + "Mutants")}"), Code.Of($"mutant"));
        writer.Line($$"""
            // If a mutant rejects a request after it has changed the state, the suite must detect the change: the state is kept.
            return refusal is null
                ? new(after, response, null, [], [])
                : new(after, null, new(refusal.Code, {{Identifier.Of(spec.Service + "Values")}}.DataOf(refusal), []), [], []);
            """);
        writer.Close();
        writer.Line();
    }

    private static void WriteCalls(CodeWriter writer, SpecModel spec, Code model, Code last)
    {
        var values = Identifier.Of(spec.Service + "Values");
        writer.Open($"switch (call.Operation)");
        foreach (var operation in spec.Operations)
        {
            var call = Code.Of($"{model}.{Identifier.Of(operation.Name)}(after, {values}.To{Identifier.Of(operation.Input)}(call.Request), now, {last})");
            writer.Line($"case {CSharpLiteral.Of(operation.Name)}:");
            if (operation.IsEnvironment)
            {
                writer.Line($"    refusal = {call};");
            }
            else
            {
                writer.Open();
                writer.Line($"var result = {call};");
                writer.Line($"refusal = result.Refusal;");
                writer.Line($"response = result.Response is {{ }} answer ? {values}.Of(answer) : null;");
                writer.Line($"break;");
                writer.Close();
                continue;
            }

            writer.Line($"    break;");
        }

        writer.Line($"default:");
        writer.Line($"    throw new global::System.ArgumentException($\"There is no operation '{{call.Operation}}'.\", nameof(call));");
        writer.Close();
        writer.Line();
    }

    private static void WriteValidate(CodeWriter writer, SpecModel spec, ShapeTypes types)
    {
        writer.Line($"/// <inheritdoc/>");
        writer.Line($"public override global::System.Collections.Generic.IReadOnlyList<{Engine.Namespace}.ConstraintViolation> Validate(string shape, {Engine.Value} value) => shape switch");
        writer.Open();
        foreach (var shape in spec.Shapes.Where(shape => ShapeChecks.Has(types, shape)))
        {
            writer.Line($"{CSharpLiteral.Of(shape.Name)} => {ValidationText.Of(shape, types, spec)},");
        }

        writer.Line($"_ => [],");
        writer.Close($";");
        writer.Line();
        writer.Line($$"""
            private static {{Engine.Namespace}}.ConstraintViolation[] Convert(global::System.Collections.Generic.IReadOnlyList<ConstraintViolation> violations) =>
                violations.Select(violation => new {{Engine.Namespace}}.ConstraintViolation(violation.Clause ?? string.Empty, violation.Path, violation.ToString())).ToArray();

            /// <summary>Required members that are value types in C# are checked before the conversion to a record.</summary>
            private global::System.Collections.Generic.IReadOnlyList<{{Engine.Namespace}}.ConstraintViolation> Check(
                string shape,
                {{Engine.Value}} value,
                global::System.Func<{{Engine.Value}}, global::System.Collections.Generic.IReadOnlyList<ConstraintViolation>> validate) =>
                FindMissing(shape, value) is { Count: > 0 } missing ? missing : Convert(validate(value));
            """);
    }
}
