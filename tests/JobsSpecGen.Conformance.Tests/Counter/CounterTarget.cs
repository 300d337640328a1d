namespace JobsSpecGen.Conformance.Tests.Counter;

internal sealed class CounterTarget(CounterSuite suite, long limit = 3, long lost = 0, bool isShared = false) : IConformanceTarget
{
    private readonly Dictionary<SpecValue, long> _counts = [];

    public TimeSpan EnvironmentDelay => TimeSpan.Zero;

    public TimeSpan ClockTolerance => TimeSpan.Zero;

    public ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
    {
        var name = isShared ? SpecValue.Absent : call.Request["name"];
        var report = suite.Step(_counts.GetValueOrDefault(name), call, limit, lost);
        _counts[name] = (long)report.State;
        return new(report.Refusal is { } refusal
            ? new CallOutcome.Refused(refusal.Error, 400, "no", refusal.Data)
            : new CallOutcome.Answered(report.Response!));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
