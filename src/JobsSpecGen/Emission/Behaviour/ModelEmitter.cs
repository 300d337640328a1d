using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits the step function: one method for each operation and environment action.</summary>
internal static class ModelEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var writer = CodeWriter.ForFile(types.Namespace, usesLinq: true);
        WriteResult(writer, spec);
        writer.Line($$"""
            /// <summary>
            /// The behaviour of {{DocText.Of(spec.Title)}}, revision {{DocText.Of(spec.Revision)}}, as a pure step function:
            /// no clock, no I/O, no randomness. A rejected step changes nothing.
            /// </summary>
            /// <remarks>
            /// <c>now</c> is in {{DocText.Of(spec.TimestampsInSeconds ? "seconds" : "milliseconds")}} since the epoch. The state is read and written only through
            /// <see cref="I{{Identifier.Of(spec.Service)}}State"/>, so that the same function works on a snapshot, on an index in memory and on stored rows.
            /// </remarks>
            """);
        writer.Open($"public static class {Identifier.Of(spec.Service + "Model")}");
        foreach (var operation in spec.Operations)
        {
            WriteOperation(writer, operation, spec, types);
            writer.Line();
        }

        foreach (var lifecycle in spec.Lifecycles)
        {
            LifecycleText.Write(writer, lifecycle, types);
            writer.Line();
        }

        WriteHelpers(writer, spec, types);
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteResult(CodeWriter writer, SpecModel spec) => writer.Line($$"""
        /// <summary>The result of a step: a response, or the error that rejects the request.</summary>
        /// <param name="Response">The response; null if the request is rejected.</param>
        /// <param name="Refusal">The error, which is not thrown; null if the request is accepted.</param>
        public readonly record struct StepResult<TResponse>(TResponse? Response, {{Identifier.Of(spec.Service + "Exception")}}? Refusal)
            where TResponse : class;

        """);

    private static void WriteOperation(CodeWriter writer, OperationModel operation, SpecModel spec, ShapeTypes types)
    {
        var name = Identifier.Of(operation.Name);
        var result = operation.Output is null
            ? Code.Of($"{Identifier.Of(spec.Service + "Exception")}?")
            : Code.Of($"StepResult<{types.TypeOf(operation.Output)}>");
        var parameters = Code.Of($"I{Identifier.Of(spec.Service)}State state, {types.TypeOf(operation.Input)} input, long now, {Identifier.Of(spec.Service + "Trace")}? trace");
        writer.Line($"// spec: {DocText.Of(operation.IsEnvironment ? "environment" : "operations")}.{DocText.Of(operation.Name)}");
        writer.Summary(DocText.Of(operation.Says));
        writer.Line($"/// <returns>{DocText.Of(operation.IsEnvironment ? "The error that rejects the action, which is not thrown; null if it is accepted." : "The response, or the error that rejects the request, which is not thrown.")}</returns>");
        writer.Open($"public static {result} {name}({parameters} = null)");
        writer.Line($$"""
            global::System.ArgumentNullException.ThrowIfNull(state);
            global::System.ArgumentNullException.ThrowIfNull(input);
            return {{Identifier.Of(operation.Input + "Validator")}}.IsValid(input)
                ? {{RunName(operation)}}(state, input, now, trace)
                : {{Refused(operation, Code.Of($"InvalidInput({Identifier.Of(operation.Input + "Validator")}.Validate(input))"))}};
            """);
        writer.Close();
        writer.Line();
        writer.Summary(DocText.Of("The same for an input that is known to be valid."));
        writer.Open($"internal static {result} {RunName(operation)}({parameters})");
        new StepText(writer, operation, types).WriteBody(spec.IsBroken);
        writer.Close();
    }

    /// <summary>The method that runs the steps on an input that has already been validated.</summary>
    public static Identifier RunName(OperationModel operation) => Identifier.Of("Run" + operation.Name);

    /// <summary>An expression for the result of an operation that rejects the request.</summary>
    public static Code Refused(OperationModel operation, Code error) =>
        operation.IsEnvironment ? error : Code.Of($"new(null, {error})");

    private static void WriteHelpers(CodeWriter writer, SpecModel spec, ShapeTypes types)
    {
        var exception = Identifier.Of(spec.Service + "Exception");
        var invalid = spec.Errors.First(error => error.RejectsInput);
        writer.Line($$"""
            /// <summary>The error for an input that violates constraints; it contains every violation.</summary>
            internal static {{exception}} InvalidInput(global::System.Collections.Generic.IReadOnlyList<ConstraintViolation> violations) =>
                new {{Identifier.Of(invalid.Name)}}(violations) { Clause = violations[0].Clause };

            /// <summary>Reports to a trace whether a write changed the row.</summary>
            private static TRow Changed<TRow>(TRow before, TRow after, int point, {{Identifier.Of(spec.Service + "Trace")}}? trace)
                where TRow : class
            {
                trace?.Write(point, !before.Equals(after));
                return after;
            }

            """);
        WriteAbsentIfEmpty(writer);
    }

    /// <summary>The helper that every emitted step function needs.</summary>
    public static void WriteAbsentIfEmpty(CodeWriter writer) => writer.Line($$"""
        /// <summary>Returns null for an empty collection, so that it is omitted from a response.</summary>
        private static TCollection? AbsentIfEmpty<TCollection, TItem>(TCollection? collection)
            where TCollection : class, global::System.Collections.Generic.IReadOnlyCollection<TItem> =>
            collection is { Count: > 0 } ? collection : null;
        """);
}
