using System.Linq;
using JobsSpecGen.Emission.Behaviour;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using JobsSpecGen.Mutation;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits the step function a second time, with all its mutants. They prove that the suite can fail.</summary>
internal static class MutantsEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var mutated = SpecMutator.Mutate(spec);
        var types = new ShapeTypes(mutated.Spec);
        var writer = CodeWriter.ForFile(types.Namespace, usesLinq: true);
        writer.Line($$"""
            /// <summary>
            /// The step function with mutants, of which <c>mutant</c> activates one (0: none). A suite that does not kill a mutant
            /// does not check what the mutant breaks.
            /// </summary>
            """);
        writer.Open($"internal static class {Identifier.Of(spec.Service + "Mutants")}");
        WriteList(writer, mutated);
        foreach (var operation in mutated.Spec.Operations)
        {
            WriteOperation(writer, operation, types, spec);
        }

        foreach (var lifecycle in spec.Lifecycles)
        {
            LifecycleText.Write(writer, lifecycle, types);
            writer.Line();
        }

        ModelEmitter.WriteAbsentIfEmpty(writer);
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteList(CodeWriter writer, MutatedSpec mutated)
    {
        writer.Line($"/// <summary>All mutants.</summary>");
        writer.Line($"public static {Engine.Namespace}.MutantInfo[] All() =>");
        writer.Line($"[");
        foreach (var mutant in mutated.Mutants)
        {
            writer.Line($"    new({mutant.Number}, {CSharpLiteral.Of(mutant.Clause)}, {CSharpLiteral.Of(mutant.Operation)}, {CSharpLiteral.Of(mutant.Kind)}, {CSharpLiteral.Of(mutant.Detail)}),");
        }

        writer.Line($"];");
        writer.Line();
    }

    private static void WriteOperation(CodeWriter writer, OperationModel operation, ShapeTypes types, SpecModel spec)
    {
        var result = operation.Output is null
            ? Code.Of($"{Identifier.Of(spec.Service + "Exception")}?")
            : Code.Of($"StepResult<{types.TypeOf(operation.Output)}>");
        writer.Summary(DocText.Of(operation.Says));
        writer.Open($"public static {result} {Identifier.Of(operation.Name)}({Identifier.Of(spec.Service + "Snapshot")} state, {types.TypeOf(operation.Input)} input, long now, int mutant)");
        new StepText(writer, operation, types, isTraced: false).WriteBody(spec.IsBroken);
        writer.Close();
        writer.Line();
    }
}
