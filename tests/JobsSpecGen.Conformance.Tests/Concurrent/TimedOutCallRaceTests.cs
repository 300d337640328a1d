using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Techniques.Concurrent;
using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Concurrent;

/// <summary>A client continues after a call that timed out. The history of the race has an unknown outcome for this call.</summary>
public class TimedOutCallRaceTests
{
    private static readonly CounterSuite Suite = new(limit: 9, isAtomic: true);

    [Theory]
    [InlineData(0, HistoryVerdict.Linearizable, null)]
    [InlineData(1, HistoryVerdict.Linearizable, null)]
    [InlineData(2, HistoryVerdict.NotLinearizable, "counter.atomicity")]
    public async Task Timed_out_call_took_effect_once_or_never(int times, HistoryVerdict verdict, string? clause)
    {
        var target = new SilentCounter(times);
        var finding = await JudgeAsync(target);
        Assert.Equal(1, target.Unanswered);
        Assert.Equal((verdict, clause), (finding.Verdict, finding.Clause));
    }

    /// <summary>Two clients add concurrently. The second call to arrive times out.</summary>
    private static async Task<RaceFinding> JudgeAsync(SilentCounter target)
    {
        var model = SuiteModel.Of(Suite);
        var plan = ConformancePlan.Full(Suite);
        var samples = plan.Alphabet.Classes.Samples;
        var caller = new Caller(model, target, TimeProvider.System, new(model, new ShapeBoundaries(model, samples)), TimeSpan.FromMilliseconds(100));
        var cases = new CaseRunner(model, caller, new(model, plan.Observations), new RunNames(model, samples).Next);
        var runner = new RaceRunner(model, caller, cases);
        var name = KeyValuePair.Create("name", SpecValue.Of("c"));
        var add = new SpecCall("Add", new([name, new("amount", SpecValue.Of(1))]));
        var run = await runner.RunAsync(new(new Trace([add]), [[add], [add]], [new("Read", new([name]))]), reason => Assert.Fail(reason), TestContext.Current.CancellationToken);
        Assert.Single(run!.ConcurrentCalls, call => call.Outcome is null);
        return new RaceJudge(model, runner, TimeSpan.Zero).Judge(run);
    }

    /// <summary>A counter that never completes its third change.</summary>
    /// <param name="times">The number of times that it applies this change.</param>
    private sealed class SilentCounter(int times) : IConformanceTarget
    {
        private const int Silent = 3;

        private readonly Lock _lock = new();
        private long _count;
        private int _changes;

        public int Unanswered { get; private set; }

        public TimeSpan EnvironmentDelay => TimeSpan.Zero;

        public TimeSpan ClockTolerance => TimeSpan.Zero;

        public ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                if (call.Operation == "Add" && ++_changes == Silent)
                {
                    _count += times;
                    Unanswered++;
                    return new(new TaskCompletionSource<CallOutcome>().Task);
                }

                var report = Suite.Step(_count, call, 0);
                _count = (long)report.State;
                return new(new CallOutcome.Answered(report.Response!));
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
