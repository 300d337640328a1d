using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits the line numbers of the spec, for messages.</summary>
internal static class SpecLinesEmitter
{
    public static SourceText Emit(SpecLines lines)
    {
        var writer = CodeWriter.ForFile(Namespace.Of(lines.Namespace));
        writer.Line($"/// <summary>The line numbers, from 1, of the clauses, points, shapes and scenarios, in the order of the spec.</summary>");
        writer.Open($"internal static class {Identifier.Of(lines.Service + "SpecLines")}");
        writer.Line($"public static readonly int[] Clauses = {List(lines.Clauses)};");
        writer.Line($"public static readonly int[] Points = {List(lines.Points)};");
        writer.Line($"public static readonly int[] Shapes = {List(lines.Shapes)};");
        writer.Line($"public static readonly int[] Scenarios = {List(lines.Scenarios)};");
        writer.Line($"public static readonly int[][] ScenarioSteps = [{Code.Join(", ", lines.ScenarioSteps.Select(steps => List(steps)))}];");
        writer.Close();
        return writer.ToSourceText();
    }

    private static Code List(IEnumerable<int> numbers) => Code.Of($"[{Code.Join(", ", numbers.Select(number => Code.Of($"{number}")))}]");
}
