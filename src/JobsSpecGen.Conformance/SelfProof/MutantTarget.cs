using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Mutants;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>A backend that behaves like a mutant.</summary>
internal sealed class MutantTarget(SuiteModel model, Mutation mutation, TimeProvider clock) : IConformanceTarget
{
    private readonly Lock _lock = new();
    private readonly MutantStates _states = new(model, mutation);

    public TimeSpan EnvironmentDelay => TimeSpan.Zero;

    public TimeSpan ClockTolerance => TimeSpan.FromSeconds(1);

    public ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(OutcomeOf(_states.Try(call, Now())));
        }
    }

    public ValueTask DisposeAsync() => default;

    private CallOutcome OutcomeOf(StepReport? report) => report switch
    {
        null => new CallOutcome.Broken(new InvalidOperationException($"mutant {mutation.Info} throws")),
        { Refusal: { } refusal } => new CallOutcome.Refused(refusal.Error, 0, $"mutant {mutation.Info}", refusal.Data),
        _ => new CallOutcome.Answered(report.Response ?? SpecValue.Absent),
    };

    private long Now()
    {
        var now = clock.GetUtcNow();
        return model.Spec.TicksPerSecond == 1 ? now.ToUnixTimeSeconds() : now.ToUnixTimeMilliseconds();
    }
}
