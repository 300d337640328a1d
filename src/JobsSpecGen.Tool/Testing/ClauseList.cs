using JobsSpecGen.Conformance;
using JobsSpecGen.Tool.Terminal;
using Spectre.Console;

namespace JobsSpecGen.Tool.Testing;

/// <summary>Prints the clauses of a spec, one on a line.</summary>
internal static class ClauseList
{
    public static void Print(Screen screen, SpecInfo spec)
    {
        if (screen.Console is not { } console)
        {
            var width = spec.Clauses.Max(clause => clause.Id.Length);
            foreach (var clause in spec.Clauses)
            {
                screen.Line($"{clause.Id.PadRight(width)}  {DisplayText.Of(clause.Level),-6}  {clause.Says}");
            }

            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn("clause").AddColumn("level").AddColumn("says");
        foreach (var clause in spec.Clauses)
        {
            table.AddRow(new Text(clause.Id), new Text(DisplayText.Of(clause.Level)), new Text(clause.Says));
        }

        console.Write(table);
    }
}
