using IotJobs.Faulty;
using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>A backend with one mistake.</summary>
public sealed class FaultyBackend : OnMovedClock
{
    /// <summary>Makes one.</summary>
    public FaultyBackend(Fault fault)
    {
        Name = $"FaultyBackend({fault})";
        Service = new FaultyJobsDataPlane(fault, Clock);
    }

    /// <summary>These mistakes show with one caller and in directed cases; there are races enough in the gallery.</summary>
    public override ConformanceOptions Options => TestScale.Choose(
        full: base.Options with { ConcurrentRuns = 50 },
        reduced: base.Options with { ConcurrentRuns = 5, RandomSequences = 10 });

    /// <inheritdoc/>
    public override IJobsDataPlane Service { get; }

    /// <inheritdoc/>
    public override string Name { get; }
}

/// <summary>The suite can fail: every mistake is found, under the clauses that it violates and no others.</summary>
public abstract class FaultyConformance
{
    /// <summary>Every mistake by whether it is one of updates: two classes, so that both halves run at once.</summary>
    protected static TheoryData<Fault> FaultsOf(bool updates) =>
        [.. TestScale.SomeOfEach(1, Enum.GetValues<Fault>(), f => ExpectedClauses.Of[f].FirstOrDefault()?.Split('.')[0])
            .Where(f => ExpectedClauses.Of[f].Any(c => c.StartsWith("update.", StringComparison.Ordinal)) == updates)];

    /// <summary>Runs the suite against a mistake.</summary>
    protected static async Task CheckAsync(Fault fault)
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

/// <summary>Mistakes in updates.</summary>
public class FaultyUpdateConformance : FaultyConformance
{
    /// <summary>Each of them.</summary>
    public static TheoryData<Fault> Faults => FaultsOf(updates: true);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task A_mistake_is_reported_under_its_clauses(Fault fault) => CheckAsync(fault);
}

/// <summary>Mistakes in all the rest.</summary>
public class FaultyOtherConformance : FaultyConformance
{
    /// <summary>Each of them.</summary>
    public static TheoryData<Fault> Faults => FaultsOf(updates: false);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task A_mistake_is_reported_under_its_clauses(Fault fault) => CheckAsync(fault);

    [Fact]
    public void Every_mistake_says_what_it_violates() =>
        Assert.Equal(Enum.GetValues<Fault>().Order(), ExpectedClauses.Of.Keys.Order());
}
