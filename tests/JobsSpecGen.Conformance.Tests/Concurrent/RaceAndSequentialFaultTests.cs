using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Concurrent;

/// <summary>
/// A fault that a single client shows is not attributed to a race, and does not hide one: race programs that fail with a single client are
/// skipped.
/// </summary>
public class RaceAndSequentialFaultTests : IClassFixture<QuietMachine>
{
    private static readonly CounterSuite Suite = new(limit: 9, isAtomic: true);

    [Theory]
    [InlineData(false, new[] { "add.counts" })]
    [InlineData(true, new[] { "add.counts", "counter.atomicity" })]
    public async Task Each_fault_is_attributed_to_its_clause(bool losesUpdates, string[] clauses)
    {
        // The seed determines the order of the race programs, and it differs in each run.
        for (var i = 0; i < TestScale.Choose(full: 5, reduced: 2); i++)
        {
            var report = await new ConformanceRun(Suite, () => new MiscountingTarget(losesUpdates)).ReportAsync(TestContext.Current.CancellationToken);

            Assert.Equal(clauses, report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => c.Clause.Id));
        }
    }

    /// <summary>Counts two as one. If it loses updates, it adds one by reading, waiting and writing.</summary>
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
                var report = Suite.Step(losesUpdates ? count : Count(name), call, maximum: 9, lost: isTwo ? 1 : 0);
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
