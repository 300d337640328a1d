using JobsSpecGen.Conformance;
using JobsSpecGen.Tool.Terminal;
using Spectre.Console;

namespace JobsSpecGen.Tool.Testing;

/// <summary>The clauses of a spec, one a line.</summary>
internal static class ClauseList
{
    public static void Print(Screen screen, SpecInfo spec)
    {
        if (screen.Console is not { } console)
        {
            var width = spec.Clauses.Max(clause => clause.Id.Length);
            foreach (var clause in spec.Clauses)
            {
                screen.Line($"{clause.Id.PadRight(width)}  {Wording.Of(clause.Level),-6}  {clause.Says}");
            }

            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn("clause").AddColumn("level").AddColumn("says");
        foreach (var clause in spec.Clauses)
        {
            table.AddRow(new Text(clause.Id), new Text(Wording.Of(clause.Level)), new Text(clause.Says));
        }

        console.Write(table);
    }
}
