using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.SelfProof;

/// <summary>
/// The suites against every mutant of their specs. Those that no case finds are listed, each with the reason, in the
/// files beside this one, whether or not a search for a difference found one; a mutant that newly survives and one that no longer does both fail here.
/// </summary>
public class SelfProofTests
{
    [Fact]
    public Task The_jobs_suite_finds_every_mutant_but_those_listed() =>
        CheckAsync(IotJobsData.JobsDataPlaneSuite.Instance, "jobs");

    [Fact]
    public Task The_lending_suite_finds_every_mutant_but_those_listed() =>
        CheckAsync(LendingLibrary.LendingDeskSuite.Instance, "lending");

    private static async Task CheckAsync(ConformanceSuite suite, string name)
    {
        var report = await SelfProofRun.RunAsync(suite, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{report.Results.Count} mutants in {report.Elapsed.TotalSeconds:0} s: "
            + string.Join(", ", Enum.GetValues<MutantFate>().Select(fate => $"{fate} {report.Count(fate)}")));

        foreach (var r in report.Results.Where(r => r.Fate != MutantFate.Killed)) TestContext.Current.TestOutputHelper!.WriteLine($"{r.Fate} {r.Mutant} | {r.Pairs} {r.Difference} {string.Join(",", r.CitedClauses)} [{r.Case}]");
        foreach (var g in ConformancePlan.For(suite).GroupBy(c => c.Kind)) TestContext.Current.TestOutputHelper!.WriteLine($"{g.Key} {g.Count()}");
        var survivors = report.Results.Where(r => r.Fate is MutantFate.Survived or MutantFate.Undecided).Select(r => r.Mutant.ToString()).Order(StringComparer.Ordinal);
        Assert.Equal(Listed(name), survivors);
    }

    /// <summary>A line is a mutant, then <c> | </c> and the reason why it survives.</summary>
    private static IEnumerable<string> Listed(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "SelfProof", name + ".survivors.txt")).Where(line => line.Length > 0).ToArray();
        Assert.All(lines, line => Assert.Matches(@"\S \| \S", line));
        return lines.Select(line => line[..line.IndexOf(" | ", StringComparison.Ordinal)]).Order(StringComparer.Ordinal);
    }
}
