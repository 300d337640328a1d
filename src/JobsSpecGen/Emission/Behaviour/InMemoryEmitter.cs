using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits the reference implementation: the step function with a lock for each partition.</summary>
internal static class InMemoryEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var writer = CodeWriter.ForFile(types.Namespace, usesLinq: true);
        var name = Identifier.Of("InMemory" + spec.Service);
        var service = Identifier.Of(spec.Service);
        writer.Line($$"""
            /// <summary>
            /// {{DocText.Of(spec.Title)}} in memory: the step function with one lock for each {{DocText.Of(spec.Partition.Row)}}.
            /// Thread-safe; calls on different partitions do not wait for each other.
            /// </summary>
            """);
        writer.Open($"public sealed class {name} : I{service}, I{service}Environment");
        WriteFields(writer, name, spec, types);
        foreach (var operation in spec.Operations)
        {
            writer.Line();
            WriteOperation(writer, operation, spec, types);
        }

        writer.Line();
        WriteHelpers(writer, spec, types);
        writer.Line();
        PartitionText.Write(writer, spec, types);
        writer.Close();
        writer.Line();
        RowIndexText.Write(writer);
        return writer.ToSourceText();
    }

    private static void WriteFields(CodeWriter writer, Identifier name, SpecModel spec, ShapeTypes types) => writer.Line($$"""
        private readonly global::System.Collections.Concurrent.ConcurrentDictionary<{{types.TypeOf(spec.Partition.Key)}}, Partition> _partitions = new(global::System.StringComparer.Ordinal);
        private readonly global::System.TimeProvider _timeProvider;

        /// <summary>Creates an empty service.</summary>
        /// <param name="timeProvider">The clock; null for the system clock.</param>
        public {{name}}(global::System.TimeProvider? timeProvider = null) => _timeProvider = timeProvider ?? global::System.TimeProvider.System;
        """);

    private static void WriteOperation(CodeWriter writer, OperationModel operation, SpecModel spec, ShapeTypes types)
    {
        var key = Identifier.Of(types[operation.Input].Members.First(member => member.Name == operation.PartitionMember).Identifier);
        var model = Identifier.Of(spec.Service + "Model");
        var task = operation.Output is null
            ? Code.Of($"global::System.Threading.Tasks.ValueTask")
            : Code.Of($"global::System.Threading.Tasks.ValueTask<{types.TypeOf(operation.Output)}>");
        writer.Line($"/// <inheritdoc/>");
        writer.Open($"public {task} {Identifier.Of(operation.Name + "Async")}({types.TypeOf(operation.Input)} request, global::System.Threading.CancellationToken cancellationToken = default)");
        writer.Line($$"""
            global::System.ArgumentNullException.ThrowIfNull(request);
            if (cancellationToken.IsCancellationRequested)
            {
                return global::System.Threading.Tasks.ValueTask.FromCanceled{{ResultType(operation, types)}}(cancellationToken);
            }

            if (!{{Identifier.Of(operation.Input + "Validator")}}.IsValid(request))
            {
                return Refused{{ResultType(operation, types)}}({{model}}.InvalidInput({{Identifier.Of(operation.Input + "Validator")}}.Validate(request)));
            }

            var partition = {{Code.Of(operation.IsReadOnly ? $"Find" : (CodeText)$"FindOrAdd")}}(request.{{key}});
            lock (partition)
            {
                {{Run(operation, model)}}
            }
            """);
        writer.Close();
    }

    private static Code Run(OperationModel operation, Identifier model)
    {
        var call = Code.Of($"{model}.{ModelEmitter.RunName(operation)}(partition, request, partition.Tell(_timeProvider), null)");
        return operation.Output is null
            ? Code.Of($"return {call} is {{ }} refusal ? Refused(refusal) : default;")
            : Code.Of($"return Answer({call});");
    }

    private static Code ResultType(OperationModel operation, ShapeTypes types) =>
        operation.Output is null ? Code.Empty : Code.Of($"<{types.TypeOf(operation.Output)}>");

    private static void WriteHelpers(CodeWriter writer, SpecModel spec, ShapeTypes types)
    {
        var exception = Identifier.Of(spec.Service + "Exception");
        var key = types.TypeOf(spec.Partition.Key);
        writer.Line($$"""
            private static global::System.Threading.Tasks.ValueTask<TResponse> Answer<TResponse>(StepResult<TResponse> result)
                where TResponse : class =>
                result.Refusal is { } refusal ? Refused<TResponse>(refusal) : new(result.Response!);

            private static global::System.Threading.Tasks.ValueTask<TResponse> Refused<TResponse>({{exception}} refusal) =>
                global::System.Threading.Tasks.ValueTask.FromException<TResponse>(refusal);

            private static global::System.Threading.Tasks.ValueTask Refused({{exception}} refusal) =>
                global::System.Threading.Tasks.ValueTask.FromException(refusal);

            private Partition FindOrAdd({{key}} key) => _partitions.GetOrAdd(key, static key => new Partition(key));

            /// <summary>A query of a partition that does not exist must not create it.</summary>
            private Partition Find({{key}} key) => _partitions.TryGetValue(key, out var partition) ? partition : new Partition(key);
            """);
    }
}
