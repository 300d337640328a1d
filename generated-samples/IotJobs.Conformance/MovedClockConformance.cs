using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>The generated reference on a moved clock.</summary>
public sealed class MovedClockBackend : OnMovedClock
{
    /// <summary>Makes one.</summary>
    public MovedClockBackend() => Service = new InMemoryJobsDataPlane(Clock);

    /// <inheritdoc/>
    public override ConformanceOptions Options => base.Options.AtScale();

    /// <inheritdoc/>
    public override IJobsDataPlane Service { get; }
}

/// <summary>What depends on the clock, verified without waiting.</summary>
public sealed class MovedClockConformance : JobsDataPlaneConformance<MovedClockBackend>;

/// <summary>A clock that a service keeps for itself and sets anew from time to time, so that it misses a jump at first.</summary>
internal sealed class KeptClock(TimeProvider clock) : TimeProvider
{
    private DateTimeOffset _kept = clock.GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        var now = clock.GetUtcNow();
        var answer = now - _kept > TimeSpan.FromHours(1) ? _kept : now;
        _kept = now;
        return answer;
    }
}

/// <summary>The tests with a moved clock can fail.</summary>
public class KeptClockTests
{
    [Fact]
    public async Task A_clock_that_misses_a_jump_is_found()
    {
        var report = await new ConformanceRun(JobsDataPlaneSuite.Instance, () => new KeptClockBackend(), "kept clock").ReportAsync(TestContext.Current.CancellationToken);
        Assert.All(report.Cases.Where(c => c.Verdict == Verdict.Violated), c => Assert.Equal(CaseKind.Clock, c.Kind));
        Assert.Contains(report.Clauses, c => c.Clause.Id == "start-next.started-at" && c.Verdict == Verdict.Violated);
    }

    private sealed class KeptClockBackend : OnMovedClock
    {
        public KeptClockBackend() => Service = new InMemoryJobsDataPlane(new KeptClock(Clock));

        public override IJobsDataPlane Service { get; }
    }
}
