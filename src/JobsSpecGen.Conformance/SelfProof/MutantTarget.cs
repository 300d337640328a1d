namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>A backend that plays a mutant.</summary>
internal sealed class MutantTarget(SuiteModel model, Mutation mutation, TimeProvider clock) : IConformanceTarget
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SpecValue, object> _partitions = [];

    public TimeSpan EnvironmentDelay => TimeSpan.Zero;

    public TimeSpan ClockTolerance => TimeSpan.FromSeconds(1);

    public ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return new(Call(call));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(new CallOutcome.Broken(exception));
        }
    }

    public ValueTask DisposeAsync() => default;

    private CallOutcome Call(SpecCall call)
    {
        lock (_lock)
        {
            var name = model.PartitionOf(call);
            var key = mutation.SharesPartitions ? SpecValue.Absent : name;
            var state = _partitions.TryGetValue(key, out var known) ? known : model.Suite.CreateState(name);
            var report = mutation.Step(state, call, Now());
            _partitions[key] = report.State;
            return report.Refusal is { } refusal
                ? new CallOutcome.Refused(refusal.Error, 0, $"mutant {mutation.Info}", refusal.Data)
                : new CallOutcome.Answered(report.Response ?? SpecValue.Absent);
        }
    }

    private long Now()
    {
        var now = clock.GetUtcNow();
        return model.Spec.TicksPerSecond == 1 ? now.ToUnixTimeSeconds() : now.ToUnixTimeMilliseconds();
    }
}
