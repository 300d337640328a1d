using System.Globalization;
using JobsSpecGen.Conformance;
using JobsSpecGen.Tool.Terminal;
using Spectre.Console;

namespace JobsSpecGen.Tool.Testing;

/// <summary>Prints the result of a run: on a terminal a table of the clauses that are not verified, then the message of each failure.</summary>
internal static class RunResult
{
    public static void Print(Screen screen, TestSettings settings, ConformanceReport report)
    {
        if (screen.Console is { } console)
        {
            PrintTable(console, Chosen(settings, report).Where(clause => clause.Verdict != Verdict.Verified).ToList());
        }
        else
        {
            // The table has the reasons in its rows.
            foreach (var clause in Chosen(settings, report).Where(clause => clause.Verdict is Verdict.NotVerifiableHere or Verdict.NotExercised))
            {
                screen.Line($"{(clause.Verdict == Verdict.NotExercised ? "not exercised" : "not verifiable")}: {clause.Clause.Id}: {clause.Reason}");
            }
        }

        foreach (var clause in report.Clauses.Where(clause => clause.Failures.Count > 0))
        {
            screen.Line();
            screen.Line(clause.Failures[0].Message);
            if (clause.Failures.Select(failure => failure.Message).Distinct().Count() - 1 is > 0 and var others)
            {
                screen.Line($"and {DisplayText.Count(others, "other failure")} of {clause.Clause.Id}; the reports have them all");
            }
        }

        foreach (var broken in report.Cases.Where(c => c.Verdict == Verdict.Error).Select(c => c.Reason).Distinct())
        {
            screen.Line();
            screen.Line($"broken: {broken}");
        }

        foreach (var text in new[] { report.SelfCheck?.Reason, report.Baseline is { Differences.Count: > 0 } baseline ? baseline.ToString() : null }.OfType<string>())
        {
            screen.Line();
            screen.Line(text);
        }

        screen.Line();
    }

    /// <summary>The last line of a run.</summary>
    public static string Summary(TestSettings settings, ConformanceReport report)
    {
        var clauses = Chosen(settings, report).ToList();
        int Count(Verdict verdict, ClauseLevel? level = null) => clauses.Count(clause => clause.Verdict == verdict && (level is null || clause.Clause.Level == level));
        var broken = Count(Verdict.Error) is > 0 and var count ? $", {count} broken" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(Verdict.Verified)} verified, {Count(Verdict.Violated, ClauseLevel.Must)} violated (must), {Count(Verdict.Violated, ClauseLevel.Should)} deviate (should), "
            + $"{Count(Verdict.NotVerifiableHere)} not verifiable, {Count(Verdict.NotExercised)} not exercised{broken}; {report.Calls} calls in {report.Elapsed.TotalSeconds:0.0} s");
    }

    private static IEnumerable<ClauseResult> Chosen(TestSettings settings, ConformanceReport report) => report.Clauses.Where(clause => settings.IsChosen(clause.Clause.Id));

    /// <summary>Clauses with the same verdict and reason share a row.</summary>
    private static void PrintTable(IAnsiConsole console, List<ClauseResult> clauses)
    {
        if (clauses.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn("clause").AddColumn("verdict").AddColumn("failures").AddColumn("why");
        foreach (var row in clauses.OrderBy(clause => clause.Verdict).ThenBy(clause => clause.Clause.Level).GroupBy(clause => (clause.Verdict, clause.Clause.Level, Reason: clause.Reason ?? "")))
        {
            var (words, colour) = (row.Key.Verdict, row.Key.Level) switch
            {
                (Verdict.Violated, ClauseLevel.Must) => ("violated", Color.Red),
                (Verdict.Violated, _) => ("deviates", Color.Yellow),
                (var verdict, _) => (DisplayText.Of(verdict), verdict == Verdict.Error ? Color.Red : Color.Grey),
            };
            var failures = row.Sum(clause => clause.Failures.Count);
            table.AddRow(
                new Text(string.Join('\n', row.Select(clause => clause.Clause.Id))),
                new Text(words, new Style(colour)),
                new Text(failures == 0 ? "" : failures.ToString(CultureInfo.InvariantCulture)),
                new Text(VisibleText.Of(row.Key.Reason)));
        }

        console.Write(table);
    }
}
