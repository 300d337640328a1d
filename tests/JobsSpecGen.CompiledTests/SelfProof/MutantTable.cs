using System.Globalization;
using System.Text;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.SelfProof;

/// <summary>Renders the status of every mutant of a spec as Markdown, clause by clause.</summary>
internal static class MutantTable
{
    public static string Of(ConformanceSuite suite, SelfProofReport report)
    {
        var text = new StringBuilder($"# Mutants of {suite.Spec.Service} {suite.Spec.Revision}\n\n");
        var alive = report.Results.Where(r => r.Status != MutantStatus.Equivalent).ToList();
        text.Append($"{report.Results.Count} mutants: {report.Count(MutantStatus.Equivalent)} equivalent in the bounded model, and of the other {alive.Count} "
            + $"{alive.Count(IsFound)} found, {report.Count(MutantStatus.Killed)} of them by a test that cites the clause. "
            + $"{report.Count(MutantStatus.Undecided)} undecided, {report.Count(MutantStatus.Survived)} survived.\n\n");
        text.Append("Written by the self-proof; `UPDATE_MUTANTS=1` updates it.\n\n");
        text.Append("| clause | level | mutants | equivalent | found | citing the clause |\n| --- | --- | ---: | ---: | ---: | ---: |\n");
        foreach (var clause in suite.Spec.Clauses.Where(c => !suite.Spec.WireClauses.Values.Contains(c.Id)).Where(c => !c.IsConstraint || report.Results.Any(r => r.Mutant.Clause == c.Id)))
        {
            var own = report.Results.Where(r => r.Mutant.Clause == clause.Id).ToList();
            text.Append($"| `{clause.Id}` | {(clause.Level == ClauseLevel.Must ? "must" : "should")} | {own.Count} | {own.Count(r => r.Status == MutantStatus.Equivalent)} | {own.Count(IsFound)} | {own.Count(r => r.Status == MutantStatus.Killed)} |\n");
        }

        Section(text, "Found under another clause", "Each with the clauses that were cited.", report, MutantStatus.KilledElsewhere);
        Section(text, "Equivalent", "No sequence of calls in the bounded model (one partition, at most two rows of a collection) distinguishes these from the spec. The number is that of the explored pairs of states (for a constraint, of its boundary values).", report, MutantStatus.Equivalent);
        Section(text, "Undecided", "No test case found these, and there were more pairs of states than are explored.", report, MutantStatus.Undecided);
        Section(text, "Survived", "No test case found these, but a sequence of calls is known that distinguishes each from the spec: gaps of the suite.", report, MutantStatus.Survived);
        return text.ToString();
    }

    /// <summary>The line that a table has of a mutant; null where it was found under its clause: then it only counts.</summary>
    public static string? LineOf(MutantResult result) => result.Status switch
    {
        MutantStatus.KilledElsewhere => $"- {result.Mutant}: {string.Join(", ", result.CitedClauses)}",
        MutantStatus.Equivalent => $"- {result.Mutant} ({result.Pairs})",
        MutantStatus.Undecided => $"- {result.Mutant} (more than {result.Pairs / 1000 * 1000})",
        MutantStatus.Survived => $"- {result.Mutant}: {result.Difference}",
        _ => null,
    };

    /// <summary>The line that a written table has of a mutant; null where it has none.</summary>
    public static string? LineIn(string table, MutantInfo mutant) =>
        table.Split('\n').SingleOrDefault(line => line == $"- {mutant}" || line.StartsWith($"- {mutant}: ", StringComparison.Ordinal) || line.StartsWith($"- {mutant} (", StringComparison.Ordinal));

    /// <summary>How many pairs of states a written table has for an equivalent mutant; null where the mutant is none.</summary>
    public static int? PairsIn(string table, MutantInfo mutant) =>
        LineIn(table, mutant) is { } line && line.StartsWith($"- {mutant} (", StringComparison.Ordinal) && int.TryParse(line[(line.LastIndexOf('(') + 1)..^1], CultureInfo.InvariantCulture, out var pairs) ? pairs : null;

    private static bool IsFound(MutantResult result) => result.Status is MutantStatus.Killed or MutantStatus.KilledElsewhere;

    private static void Section(StringBuilder text, string title, string says, SelfProofReport report, MutantStatus status)
    {
        var results = report.Results.Where(r => r.Status == status).ToList();
        if (results.Count > 0)
        {
            text.Append($"\n## {title}\n\n{says}\n\n").AppendJoin("", results.Select(r => LineOf(r) + "\n"));
        }
    }
}
