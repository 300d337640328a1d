using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Concurrency;

/// <summary>
/// A sequential fault is not attributed to a race and does not hide one: programs that also deviate sequentially are skipped.
/// </summary>
public class RaceBesidePlainMistakeTests : IClassFixture<QuietMachine>
{
    private static readonly CounterSuite Suite = new(limit: 9, isAtomic: true);

    [Theory]
    [InlineData(false, new[] { "add.counts" })]
    [InlineData(true, new[] { "add.counts", "counter.atomicity" })]
    public async Task A_race_and_a_sequential_fault_are_found_each_under_its_clause(bool losesUpdates, string[] clauses)
    {
        // The seed determines the order of the programs, and each run has another seed.
        for (var i = 0; i < TestScale.Choose(full: 5, reduced: 2); i++)
        {
            var report = await new ConformanceRun(Suite, () => new MiscountingTarget(losesUpdates)).ReportAsync(TestContext.Current.CancellationToken);

            Assert.Equal(clauses, report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => c.Clause.Id));
        }
    }

    /// <summary>Counts two as one; and, if it loses updates, counts one by reading, waiting and writing.</summary>
    private sealed class MiscountingTarget(bool losesUpdates) : IConformanceTarget
    {
        private readonly Dictionary<SpecValue, long> _counts = [];

        public TimeSpan EnvironmentDelay => TimeSpan.Zero;

        public TimeSpan ClockTolerance => TimeSpan.Zero;

        public ConformanceOptions Options => new() { RandomSequences = 0, ConcurrencyBudget = TimeSpan.FromSeconds(30) };

        public async ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
        {
            var name = call.Request["name"];
            var isTwo = call.Operation == "Add" && Equals(call.Request["amount"], SpecValue.Of(2));
            var count = Count(name);
            if (losesUpdates && !isTwo && call.Operation == "Add")
            {
                await Task.Delay(1, cancellationToken);
            }

            lock (_counts)
            {
                var report = Suite.Step(losesUpdates ? count : Count(name), call, most: 9, lost: isTwo ? 1 : 0);
                _counts[name] = call.Operation == "Add" ? (long)report.State : Count(name);
                return report.Refusal is { } refusal
                    ? new CallOutcome.Refused(refusal.Error, 400, "no", refusal.Data)
                    : new CallOutcome.Answered(report.Response!);
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private long Count(SpecValue name)
        {
            lock (_counts)
            {
                return _counts.GetValueOrDefault(name);
            }
        }
    }
}
