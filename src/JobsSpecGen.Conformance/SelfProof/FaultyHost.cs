using System.Collections.Concurrent;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>
/// A backend that consists of the step function and a host that stores the states. The host has one defect that no single call shows. The
/// delays represent another process, a disk or a network. The clock is advanced by the suite, so that no test case has to wait for the
/// next timestamp.
/// </summary>
internal sealed class FaultyHost(SuiteModel model, HostFault fault, ConformanceOptions options) : IConformanceTarget, IRestartable, IClockControl
{
    private readonly ConcurrentDictionary<SpecValue, Partition> _partitions = [];
    private long _now = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks;

    public TimeSpan EnvironmentDelay => TimeSpan.Zero;

    public TimeSpan ClockTolerance => TimeSpan.FromSeconds(1);

    public ConformanceOptions Options => options;

    public DateTimeOffset UtcNow => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public ValueTask AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _now, by.Ticks);
        return default;
    }

    public async ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
    {
        var name = model.PartitionOf(call);
        var partition = _partitions.GetOrAdd(name, key => new(model.Suite.CreateState(key)));
        Interlocked.Increment(ref partition.Busy);
        try
        {
            return await AnswerAsync(partition, call).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref partition.Busy);
        }
    }

    public ValueTask RestartAsync(CancellationToken cancellationToken)
    {
        var last = _partitions.Values.Select(p => p.State).LastOrDefault();
        foreach (var (name, partition) in _partitions)
        {
            lock (partition)
            {
                partition.State = fault switch
                {
                    HostFault.NothingStored => model.Suite.CreateState(name),
                    HostFault.LastLost => partition.Stored,
                    HostFault.PartitionsOverwritten => last!,
                    _ => partition.State,
                };
            }
        }

        return default;
    }

    public ValueTask DisposeAsync() => default;

    private Task<CallOutcome> AnswerAsync(Partition partition, SpecCall call)
    {
        var isRead = model.Operation(call.Operation).IsReadOnly;
        return fault switch
        {
            HostFault.LostUpdate when !isRead => LoseUpdateAsync(partition, call),
            HostFault.AnswerBeforeEffect when !isRead => AnswerBeforeEffectAsync(partition, call),
            HostFault.CallsMerged when !isRead => ShareAsync(partition, call),
            HostFault.ReadsShared when isRead => ShareAsync(partition, call),
            HostFault.VisibleLate when isRead && Volatile.Read(ref partition.Busy) > 1 => Task.FromResult(OutcomeOf(model.Suite.Step(partition.Stored, call, Now()))),
            HostFault.SnapshotWhenIdle when isRead => Task.FromResult(OutcomeOf(model.Suite.Step(SnapshotOf(partition), call, Now()))),
            _ => Task.FromResult(Apply(partition, call)),
        };
    }

    private async Task<CallOutcome> LoseUpdateAsync(Partition partition, SpecCall call)
    {
        var read = partition.State;
        await Task.Delay(1).ConfigureAwait(false);
        var report = model.Suite.Step(read, call, Now());
        partition.State = report.State;
        return OutcomeOf(report);
    }

    private async Task<CallOutcome> AnswerBeforeEffectAsync(Partition partition, SpecCall call)
    {
        var report = model.Suite.Step(partition.State, call, Now());
        await Task.Delay(1).ConfigureAwait(false);
        Apply(partition, call);
        return OutcomeOf(report);
    }

    /// <summary>Shares the outcome of an equal call that is in progress.</summary>
    private async Task<CallOutcome> ShareAsync(Partition partition, SpecCall call)
    {
        Task<CallOutcome> shared;
        lock (partition)
        {
            if (!partition.InProgress.TryGetValue(call, out shared!) || shared.IsCompleted)
            {
                var report = model.Suite.Step(partition.State, call, Now());
                partition.State = report.State;
                partition.InProgress[call] = shared = DelayAsync(OutcomeOf(report));
            }
        }

        return await shared.ConfigureAwait(false);
    }

    private static async Task<CallOutcome> DelayAsync(CallOutcome outcome)
    {
        await Task.Delay(1).ConfigureAwait(false);
        return outcome;
    }

    private CallOutcome Apply(Partition partition, SpecCall call)
    {
        lock (partition)
        {
            var report = model.Suite.Step(partition.State, call, Now());
            if (model.Changes(partition.State, report))
            {
                partition.Stored = partition.State;
                partition.State = report.State;
            }

            return OutcomeOf(report);
        }
    }

    private static object SnapshotOf(Partition partition)
    {
        lock (partition)
        {
            return Volatile.Read(ref partition.Busy) > 1 ? partition.Snapshot ?? partition.State : partition.Snapshot = partition.State;
        }
    }

    private static CallOutcome OutcomeOf(StepReport report) => report.Refusal is { } refusal
        ? new CallOutcome.Refused(refusal.Error, 0, "", refusal.Data)
        : new CallOutcome.Answered(report.Response ?? SpecValue.Absent);

    private long Now() => model.Spec.TicksPerSecond == 1 ? UtcNow.ToUnixTimeSeconds() : UtcNow.ToUnixTimeMilliseconds();

    private sealed class Partition(object state)
    {
        public object State = state;
        public object Stored = state;
        public object? Snapshot;
        public int Busy;

        public Dictionary<SpecCall, Task<CallOutcome>> InProgress { get; } = [];
    }
}
