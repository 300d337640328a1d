using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Randomized;

/// <summary>A counter that loses one change after several others. No short test case shows this.</summary>
/// <param name="suite">The suite with the correct step function.</param>
/// <param name="lost">The number of the change that is lost, from 1.</param>
/// <param name="isWrittenWhenRead">True if changes are counted since the last read, like a read that flushes a buffer that is too small.</param>
internal sealed class LateCounter(CounterSuite suite, int lost, bool isWrittenWhenRead) : IConformanceTarget
{
    private readonly Dictionary<SpecValue, (long Count, int Changes)> _counters = [];

    public ConformanceOptions Options { get; init; } = new();

    public TimeSpan EnvironmentDelay => TimeSpan.Zero;

    public TimeSpan ClockTolerance => TimeSpan.Zero;

    public ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
    {
        var (count, changes) = _counters.GetValueOrDefault(call.Request["name"]);
        var report = suite.Step(count, call, 0);
        if (report.Refusal is { } refusal)
        {
            return new(new CallOutcome.Refused(refusal.Error, 400, "no", refusal.Data));
        }

        changes = call.Operation == "Add" ? changes + 1 : isWrittenWhenRead ? 0 : changes;
        _counters[call.Request["name"]] = (call.Operation == "Add" && changes == lost ? count : (long)report.State, changes);
        return new(new CallOutcome.Answered(report.Response!));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
