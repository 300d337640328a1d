using System.Collections.Concurrent;
using System.Diagnostics;

namespace JobsSpecGen.Conformance.Restarts;

/// <summary>Clients at work on one partition, before a crash and after it.</summary>
internal sealed class Load(Caller caller, Setting setting, IReadOnlyList<SpecCall> changes, IReadOnlyList<SpecCall> reads, Random random)
{
    private const int Clients = 2;
    private const int CallsBefore = 12;
    private const int CallsAfter = 6;

    private readonly IReadOnlyList<SpecCall> _changes = [.. changes.Select(setting.Names.Rename)];
    private readonly ConcurrentQueue<HistoryCall> _made = [];
    private readonly TaskCompletionSource _isBusy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _isBack = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _clients = Task.CompletedTask;
    private long _crash = long.MaxValue;

    public IReadOnlyList<(SpecCall Sent, CallOutcome? Outcome)> Arranged =>
        [.. setting.Log.Where(e => !e.IsProbe).Select(e => (e.Sent, (CallOutcome?)e.Actual))];

    public void Start(CancellationToken cancellationToken) =>
        _clients = Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => WorkAsync(client, cancellationToken), cancellationToken)));

    /// <summary>Waits until some calls have been acknowledged.</summary>
    public Task IsBusyAsync(CancellationToken cancellationToken) => Task.WhenAny(_isBusy.Task, _clients).WaitAsync(cancellationToken);

    /// <summary>Takes note that the backend is about to be stopped: what was answered until now was answered before the crash.</summary>
    public void Crash() => _crash = Stopwatch.GetTimestamp();

    /// <summary>Tells the clients that the backend is back.</summary>
    public void GoOn() => _isBack.TrySetResult();

    /// <summary>Waits for the clients, and looks at what is there.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await _clients.ConfigureAwait(false);
        foreach (var read in reads)
        {
            _made.Enqueue(await caller.RaceAsync(-1, setting, setting.Names.Rename(read), cancellationToken).ConfigureAwait(false));
        }
    }

    public History History(bool untilCrash = false) => new(
        setting.World.StateOf(setting.World.Partitions[0]),
        setting.Bindings.Loosened(),
        setting.World.Now,
        [.. _made.Where(c => !untilCrash || c.End < _crash || c.Outcome is null)]);

    private async Task WorkAsync(int client, CancellationToken cancellationToken)
    {
        while (!_isBack.Task.IsCompleted)
        {
            var made = await CallAsync(client, cancellationToken).ConfigureAwait(false);
            if (_made.Count >= CallsBefore)
            {
                _isBusy.TrySetResult();
            }

            if (made.Outcome is null)
            {
                // Cut off: the backend is gone. To go on asking would only make calls that nobody knows the outcome of.
                break;
            }

            if (_made.Count > 20 * CallsBefore)
            {
                break;
            }
        }

        _isBusy.TrySetResult();
        await _isBack.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < CallsAfter; i++)
        {
            await CallAsync(client, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HistoryCall> CallAsync(int client, CancellationToken cancellationToken)
    {
        SpecCall call;
        lock (random)
        {
            call = _changes[random.Next(_changes.Count)];
        }

        var made = await caller.RaceAsync(client, setting, call, cancellationToken).ConfigureAwait(false);

        // A backend that is being killed breaks in whatever way it likes.
        if (made.Outcome is CallOutcome.Broken)
        {
            made = made with { Outcome = null, End = long.MaxValue, Window = (long.MinValue, long.MaxValue) };
        }

        _made.Enqueue(made);
        return made;
    }
}
