using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Models;

/// <summary>Emits the interface of the service, and the interface of its environment actions.</summary>
internal static class ServiceEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var errors = spec.Errors.ToDictionary(error => error.Name);
        var writer = CodeWriter.ForFile(types.Namespace);

        writer.Summary(DocText.Of(spec.Title + ", revision " + spec.Revision + "."));
        writer.Open($"public interface {Identifier.Of("I" + spec.Service)}");
        WriteMethods(writer, types, errors, spec.Operations.Where(operation => !operation.IsEnvironment));
        writer.Close();
        writer.Line();

        writer.Summary(DocText.Of("What the rest of the world does to " + spec.Title + "."));
        writer.Line($"/// <remarks>An implementation may throw <see cref=\"global::System.NotSupportedException\"/>, with the reason, for an action that it does not support.</remarks>");
        writer.Open($"public interface {Identifier.Of("I" + spec.Service + "Environment")}");
        WriteMethods(writer, types, errors, spec.Operations.Where(operation => operation.IsEnvironment));
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteMethods(CodeWriter writer, ShapeTypes types, Dictionary<string, ErrorModel> errors, IEnumerable<OperationModel> operations)
    {
        var isFirst = true;
        foreach (var operation in operations)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            WriteMethod(writer, types, errors, operation);
        }
    }

    private static void WriteMethod(CodeWriter writer, ShapeTypes types, Dictionary<string, ErrorModel> errors, OperationModel operation)
    {
        var place = operation.IsEnvironment ? Code.Of($"environment") : Code.Of($"operations");
        writer.Line($"// spec: {place}.{DocText.Of(operation.Name)}");
        writer.Summary(DocText.Of(operation.Says));
        foreach (var error in operation.Errors)
        {
            writer.Line($"/// <exception cref=\"global::{types.Namespace}.{Identifier.Of(error)}\">{DocText.Of(errors[error].Says)}</exception>");
        }

        var result = operation.Output is { } output
            ? Code.Of($"global::System.Threading.Tasks.ValueTask<{types.TypeOf(output)}>")
            : Code.Of($"global::System.Threading.Tasks.ValueTask");
        writer.Line($"""
            {result} {Identifier.Of(operation.Name + "Async")}(
                {types.TypeOf(operation.Input)} request,
                global::System.Threading.CancellationToken cancellationToken = default);
            """);
    }
}
