namespace IotJobs.Quickstart;

/// <summary>Prints the reports of several backends side by side: a line a clause, the totals, and every violation.</summary>
internal sealed class ReportTable(IAnsiConsole console, IReadOnlyList<ConformanceReport> reports)
{
    public void Write()
    {
        console.WriteLine();
        console.Write(Clauses());
        console.WriteLine("A constraint without cases of its own (-) is checked on everything that comes back.");
        WriteOpenClauses();
        console.Write(Totals());
        WriteViolations();
        WriteErrors();
        WriteConclusion();
    }

    private Table Clauses()
    {
        var table = NewTable("clause", "level");
        foreach (var report in reports)
        {
            table.AddColumn(new TableColumn(Markup.Escape(report.Backend)).NoWrap());
        }

        table.AddColumn(new TableColumn("cases").RightAligned());
        AddRows(table, isConstraint: false);
        table.AddEmptyRow();
        AddRows(table, isConstraint: true);
        return table;
    }

    /// <summary>The rules of behaviour first; the constraints of the shapes, of which there are many, after them.</summary>
    private void AddRows(Table table, bool isConstraint)
    {
        for (var i = 0; i < reports[0].Clauses.Count; i++)
        {
            var clause = reports[0].Clauses[i];
            if (clause.Clause.IsConstraint == isConstraint)
            {
                table.AddRow(
                    [
                        Markup.Escape(clause.Clause.Id),
                        clause.Clause.Level == ClauseLevel.Must ? "must" : "should",
                        .. reports.Select(r => Colored(r.Clauses[i].Verdict)),
                        clause.Cases == 0 ? "-" : $"{clause.Cases}",
                    ]);
            }
        }
    }

    private Table Totals()
    {
        var table = NewTable("backend", "clauses verified", "violated", "cases", "calls", "time");
        foreach (var report in reports)
        {
            table.AddRow(
                Markup.Escape(report.Backend),
                $"{report.Clauses.Count(c => c.Verdict == Verdict.Verified)} of {report.Clauses.Count}",
                $"{report.Clauses.Count(c => c.Verdict == Verdict.Violated)}",
                $"{report.Cases.Count}",
                $"{report.Calls}",
                $"{report.Elapsed.TotalSeconds:0.0} s");
        }

        return table;
    }

    /// <summary>Only what is verified is a pass; for the rest the reason is given.</summary>
    private void WriteOpenClauses()
    {
        foreach (var report in reports)
        {
            foreach (var open in report.Clauses.Where(c => c.Verdict is Verdict.NotExercised or Verdict.NotVerifiableHere))
            {
                console.MarkupLineInterpolated($"{report.Backend}: [yellow]{open.Clause.Id}[/] is {Word(open.Verdict)}: {open.Reason}");
            }
        }
    }

    private void WriteViolations()
    {
        foreach (var report in reports)
        {
            foreach (var violated in report.Clauses.Where(c => c.Failures.Count > 0))
            {
                Narrator.WriteTitle(console, $"{report.Backend} violates {violated.Clause.Id}");
                console.Profile.Out.Writer.WriteLine(violated.Failures.MinBy(f => f.TraceLength)!.Message); // as it is, without breaking lines
                if (violated.Failures.Count > 1)
                {
                    console.WriteLine($"({violated.Failures.Count} cases found this clause violated; the one with the shortest trace is shown.)");
                }
            }
        }
    }

    private void WriteErrors()
    {
        foreach (var report in reports)
        {
            foreach (var broken in report.Cases.Where(c => c.Verdict == Verdict.Error))
            {
                console.MarkupLineInterpolated($"[red]{report.Backend}: the case '{broken.Name}' could not be run: {broken.Reason}[/]");
            }
        }
    }

    private void WriteConclusion()
    {
        console.WriteLine();
        foreach (var report in reports)
        {
            var spec = $"{report.Spec.Service} {report.Spec.Revision}";
            console.MarkupLineInterpolated(report.Conforms
                ? (FormattableString)$"[green]{report.Backend} conforms to {spec}.[/]"
                : $"[red]{report.Backend} does not conform to {spec}.[/]");
        }
    }

    private Table NewTable(params string[] columns)
    {
        var table = new Table { Border = console.Profile.Capabilities.Ansi ? TableBorder.Rounded : TableBorder.Ascii };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column).NoWrap());
        }

        return table;
    }

    private static string Colored(Verdict verdict) => verdict switch
    {
        Verdict.Verified => $"[green]{Word(verdict)}[/]",
        Verdict.Violated or Verdict.Error => $"[red]{Word(verdict)}[/]",
        _ => $"[yellow]{Word(verdict)}[/]",
    };

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.NotExercised => "not exercised",
        Verdict.NotVerifiableHere => "not verifiable here",
        _ => verdict.ToString().ToLowerInvariant(),
    };
}
