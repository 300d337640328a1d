using IotJobsData;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Times;

/// <summary>The reference, with the times changed that some of its answers show.</summary>
/// <param name="change">Makes of an execution, as it is shown by an operation, another.</param>
/// <param name="clock">The clock of the reference; null: that of the system.</param>
internal sealed class TimesOfAnswers(Func<string, SpecValue.Record, SpecValue.Record> change, TimeProvider? clock = null) : IConformanceTarget
{
    private readonly Reference _reference = new(clock);

    /// <summary>One caller is enough to see a time, and short cases show it.</summary>
    public ConformanceOptions Options => ConformanceOptions.FromEnvironment() with { ConcurrentRuns = 0, RandomSequences = 0 };

    public TimeSpan EnvironmentDelay => _reference.EnvironmentDelay;

    public TimeSpan ClockTolerance => _reference.ClockTolerance;

    public async ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
    {
        var outcome = await ((IConformanceTarget)_reference).CallAsync(call, cancellationToken);
        return outcome is CallOutcome.Answered answer ? new CallOutcome.Answered(Changed(call.Operation, answer.Response)) : outcome;
    }

    public ValueTask DisposeAsync() => _reference.DisposeAsync();

    private SpecValue Changed(string operation, SpecValue value) => value switch
    {
        SpecValue.Sequence list => new SpecValue.Sequence([.. list.Items.Select(item => Changed(operation, item))]),
        SpecValue.Record record when record["queuedAt"].IsPresent => change(operation, record),
        SpecValue.Record record => new SpecValue.Record(record.Members.Select(m => KeyValuePair.Create(m.Key, Changed(operation, m.Value)))),
        _ => value,
    };

    private sealed class Reference(TimeProvider? clock) : JobsDataPlaneBackend
    {
        public override IJobsDataPlane Service { get; } = new InMemoryJobsDataPlane(clock);
    }
}
