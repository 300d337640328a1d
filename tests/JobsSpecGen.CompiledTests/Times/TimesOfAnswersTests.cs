using JobsSpecGen.CompiledTests.Harness;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Times;

/// <summary>Times are the backend's own, so that none can be foretold: they are held against the calls, each other and themselves.</summary>
public class TimesOfAnswersTests
{
    private int _answers;

    [Fact]
    public Task What_starts_before_it_was_queued() => AssertFound(
        (_, shown) => shown["startedAt"].IsPresent ? shown.With("startedAt", Moved(shown["queuedAt"], -1)) : shown,
        "start-next.started-at", "update.started-at");

    [Fact]
    public Task A_clock_that_goes_back() => AssertFound(
        (_, shown) => shown.With("lastUpdatedAt", Moved(shown["queuedAt"], ((SpecValue.Integer)shown["queuedAt"]).Value - ((SpecValue.Integer)shown["lastUpdatedAt"]).Value)),
        "update.last-updated-at", "start-next.last-updated-at");

    [Fact]
    public Task A_time_that_is_another_one_whenever_it_is_described() => AssertFound(
        (operation, shown) => operation == "DescribeJobExecution" ? shown.With("queuedAt", Moved(shown["queuedAt"], ++_answers % 100)) : shown,
        "describe.answer");

    [Fact]
    public Task A_time_that_is_another_one_whenever_it_is_listed() => AssertFound(
        (operation, shown) => operation == "GetPendingJobExecutions" ? shown.With("queuedAt", Moved(shown["queuedAt"], ++_answers % 100)) : shown,
        "get-pending.answer");

    private static SpecValue Moved(SpecValue time, long by) => SpecValue.Of(((SpecValue.Integer)time).Value + by);

    private static async Task AssertFound(Func<string, SpecValue.Record, SpecValue.Record> change, params string[] clauses)
    {
        var clock = new SteppingTime();
        var report = await Reports.RunAsync(IotJobsData.JobsDataPlaneSuite.Instance, () => new TimesOfAnswers(change, clock), "times", clock);
        Assert.Equal(clauses.Order(), report.Violated().Order());
    }
}
