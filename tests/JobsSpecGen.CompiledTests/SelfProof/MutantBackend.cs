using IotJobsData;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.SelfProof;

/// <summary>A backend that plays one mutant of the jobs spec.</summary>
internal sealed class MutantBackend(MutantInfo mutant) : IConformanceTarget
{
    private readonly Dictionary<SpecValue, object> _states = [];
    private readonly Lock _lock = new();

    public TimeSpan EnvironmentDelay => TimeSpan.Zero;

    public TimeSpan ClockTolerance => TimeSpan.FromSeconds(1);

    public ConformanceOptions Options => new() { ConcurrentRuns = 0, RandomSequences = 0 };

    public ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new(Call(call));
        }
    }

    public ValueTask DisposeAsync() => default;

    /// <summary>The first mutant of a clause and an operation whose text has a part.</summary>
    public static MutantInfo Find(string clause, string operation, string part) =>
        JobsDataPlaneSuite.Instance.Mutants.First(m => m.Clause == clause && m.Operation == operation && m.ToString().Contains(part, StringComparison.Ordinal));

    private CallOutcome Call(SpecCall call)
    {
        var suite = JobsDataPlaneSuite.Instance;
        var operation = suite.Spec.Operations.First(o => o.Name == call.Operation);
        if (suite.Validate(operation.Input, call.Request).Count > 0)
        {
            return new CallOutcome.Refused(suite.Spec.InvalidInputError, 400, "", new SpecValue.Record([]));
        }

        var thing = call.Request[operation.PartitionMember];
        var state = _states.GetValueOrDefault(thing) ?? suite.CreateState(thing);
        var report = suite.StepMutant(mutant.Number, state, call, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        _states[thing] = report.State;
        return report.Refusal is { } refusal
            ? new CallOutcome.Refused(refusal.Error, 0, "", refusal.Data)
            : new CallOutcome.Answered(report.Response ?? SpecValue.Absent);
    }
}
