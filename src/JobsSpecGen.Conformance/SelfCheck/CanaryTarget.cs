using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.SelfCheck;

/// <summary>A backend that uses the step function of the suite and has the defect of one canary.</summary>
internal sealed class CanaryTarget(SuiteModel model, Canary canary, TimeProvider clock) : IConformanceTarget
{
    private readonly Dictionary<SpecValue, object> _partitions = [];
    private int _calls;

    public TimeSpan EnvironmentDelay => TimeSpan.Zero;

    public TimeSpan ClockTolerance => canary.ClockTolerance;

    /// <summary>True if the defect had an effect that a test case has to detect.</summary>
    public bool WasWrong { get; private set; }

    public ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
    {
        var name = model.PartitionOf(call);
        var key = canary.SharesPartitions ? SpecValue.Absent : name;
        var state = _partitions.TryGetValue(key, out var known) ? known : model.Suite.CreateState(name);
        var report = model.Suite.Step(state, call, clock.GetUtcNow().ToUnixTimeMilliseconds() / (1000 / model.Spec.TicksPerSecond));
        var canaryCall = new CanaryCall(call, model.Operation(call.Operation), state, report, ++_calls);
        CallOutcome expected = report.Refusal is { } refusal
            ? new CallOutcome.Refused(refusal.Error, 0, "canary", refusal.Data)
            : new CallOutcome.Answered(report.Response ?? SpecValue.Absent);
        _partitions[key] = canary.ChangeState(canaryCall);
        var outcome = canary.ChangeOutcome(canaryCall, expected);
        WasWrong |= (!outcome.Equals(expected) && canary.MustBeDetected(canaryCall, expected)) || canary.SharesPartitions
            || !(ReferenceEquals(_partitions[key], report.State) || model.Suite.Inspect(_partitions[key]).Equals(model.Suite.Inspect(report.State)));
        return new(outcome);
    }

    public ValueTask DisposeAsync() => default;
}
