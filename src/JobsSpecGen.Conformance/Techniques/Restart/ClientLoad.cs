using System.Collections.Concurrent;
using System.Diagnostics;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Linearization;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>Concurrent clients that change one partition before and after a crash.</summary>
internal sealed class ClientLoad(Caller caller, CaseContext context, IReadOnlyList<SpecCall> changes, IReadOnlyList<SpecCall> reads, Random random)
{
    private const int Clients = 2;
    private const int CallsBefore = 12;
    private const int MaxCallsBefore = 20 * CallsBefore;
    private const int CallsAfter = 6;

    private readonly IReadOnlyList<SpecCall> _changes = [.. changes.Select(context.Names.Rename)];
    private readonly IReadOnlyList<SpecCall> _reads = [.. reads.Select(context.Names.Rename)];
    private readonly ConcurrentQueue<HistoryCall> _calls = [];
    private readonly TaskCompletionSource _busy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _restarted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _clients = Task.CompletedTask;
    private long _crash = long.MaxValue;

    /// <summary>The calls that arranged the state.</summary>
    public IReadOnlyList<(SpecCall Sent, CallOutcome? Outcome)> Arranged =>
        [.. context.Log.Where(e => !e.IsObservation).Select(e => (e.Sent, (CallOutcome?)e.Actual))];

    public void Start(CancellationToken cancellationToken) => _clients = AllAsync(ChangeUntilRestartAsync, cancellationToken);

    /// <summary>Waits until enough calls have ended or the clients have stopped.</summary>
    public Task WaitUntilBusyAsync(CancellationToken cancellationToken) => Task.WhenAny(_busy.Task, _clients).WaitAsync(cancellationToken);

    /// <summary>Records the time of the crash, just before the backend is stopped. Calls that ended earlier ended before the crash.</summary>
    public void RecordCrash() => _crash = Stopwatch.GetTimestamp();

    /// <summary>Signals to the clients that the backend is available again.</summary>
    public void SignalRestarted() => _restarted.TrySetResult();

    /// <summary>
    /// Waits for the clients, observes, lets the clients make further changes and observes again. The first observations come before the
    /// further changes, because those could overwrite what is missing.
    /// </summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await _clients.ConfigureAwait(false);
        await ObserveAsync(cancellationToken).ConfigureAwait(false);
        await AllAsync(ChangeAfterRestartAsync, cancellationToken).ConfigureAwait(false);
        await ObserveAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The history of the calls, on request only of those that ended before the crash or have an unknown outcome.</summary>
    public History History(bool beforeCrash = false) => new(
        context.Oracle.StateOf(context.Oracle.Partitions[0]),
        context.Bindings.WithoutOrder(),
        context.Oracle.Now,
        [.. _calls.Where(c => !beforeCrash || c.End < _crash || c.Outcome is null)]);

    private async Task ChangeUntilRestartAsync(int client, CancellationToken cancellationToken)
    {
        // A client whose call had no response stops: further calls to a stopped backend would only add unknown outcomes.
        var isDisconnected = false;
        while (!isDisconnected && !_restarted.Task.IsCompleted && _calls.Count < MaxCallsBefore)
        {
            isDisconnected = (await ChangeAsync(client, cancellationToken).ConfigureAwait(false)).Outcome is null;
            if (_calls.Count >= CallsBefore)
            {
                _busy.TrySetResult();
            }
        }

        _busy.TrySetResult();
        await _restarted.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task ChangeAfterRestartAsync(int client, CancellationToken cancellationToken)
    {
        for (var i = 0; i < CallsAfter; i++)
        {
            await ChangeAsync(client, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task AllAsync(Func<int, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => work(client, cancellationToken), cancellationToken)));

    private async Task ObserveAsync(CancellationToken cancellationToken)
    {
        foreach (var read in _reads)
        {
            await CallAsync(-1, read, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<HistoryCall> ChangeAsync(int client, CancellationToken cancellationToken)
    {
        int change;
        lock (random)
        {
            change = random.Next(_changes.Count);
        }

        return CallAsync(client, _changes[change], cancellationToken);
    }

    private async Task<HistoryCall> CallAsync(int client, SpecCall call, CancellationToken cancellationToken)
    {
        var made = await caller.CallConcurrentlyAsync(client, context, call, cancellationToken).ConfigureAwait(false);

        // While the backend is being killed, any exception may occur. The outcome of such a call is unknown.
        if (made.Outcome is CallOutcome.Broken)
        {
            made = made with { Outcome = null, End = long.MaxValue, Window = (long.MinValue, long.MaxValue) };
        }

        _calls.Enqueue(made);
        return made;
    }
}
