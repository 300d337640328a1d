using IotJobs.Faulty;
using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>A backend with one mistake.</summary>
public sealed class FaultyBackend(Fault fault) : JobsDataPlaneBackend
{
    /// <summary>These mistakes show with one caller; there are races enough in the gallery.</summary>
    public override ConformanceOptions Options => base.Options with { ConcurrentRounds = 50 };

    /// <inheritdoc/>
    public override IJobsDataPlane Service { get; } = new FaultyJobsDataPlane(fault);

    /// <inheritdoc/>
    public override string Name => $"FaultyBackend({fault})";
}

/// <summary>The suite can fail: every mistake is found, under the clauses that it violates and no others.</summary>
public class FaultyConformance
{
    /// <summary>Every mistake.</summary>
    public static TheoryData<Fault> Faults => [.. Enum.GetValues<Fault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_mistake_is_reported_under_its_clauses(Fault fault)
    {
        var run = new ConformanceRun(JobsDataPlaneSuite.Instance, () => new FaultyBackend(fault), $"FaultyBackend({fault})");
        var report = await run.ReportAsync(TestContext.Current.CancellationToken);

        var expected = ExpectedClauses.Of[fault].Order(StringComparer.Ordinal).ToList();
        var violated = report.Clauses.Where(c => c.Verdict == Verdict.Violated).OrderBy(c => c.Clause.Id, StringComparer.Ordinal).ToList();
        var found = violated.Select(c => c.Clause.Id).ToList();
        Assert.True(expected.SequenceEqual(found), Difference(expected, found, violated));
        Assert.DoesNotContain(report.Cases, c => c.Verdict == Verdict.Error);
        var isMust = violated.Any(c => c.Clause.Level == ClauseLevel.Must);
        Assert.Equal(!isMust, report.Conforms);
    }

    [Fact]
    public void Every_mistake_says_what_it_violates() =>
        Assert.Equal(Enum.GetValues<Fault>().Order(), ExpectedClauses.Of.Keys.Order());

    private static string Difference(List<string> expected, List<string> found, List<ClauseResult> violated)
    {
        var missing = expected.Except(found).ToList();
        var surplus = found.Except(expected).ToList();
        var telling = violated.Where(c => surplus.Contains(c.Clause.Id)).DefaultIfEmpty(violated.FirstOrDefault());
        return $"""
            not reported: {(missing.Count == 0 ? "-" : string.Join(", ", missing))}
            reported without cause: {(surplus.Count == 0 ? "-" : string.Join(", ", surplus))}

            {string.Join("\n\n", telling.Select(c => c?.Failures[0].Message))}
            """;
    }
}
