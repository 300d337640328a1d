using System.Collections.Concurrent;
using System.Diagnostics;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Linearization;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>Clients at work on one partition, before a crash and after it.</summary>
internal sealed class ClientLoad(Caller caller, CaseContext context, IReadOnlyList<SpecCall> changes, IReadOnlyList<SpecCall> reads, Random random)
{
    private const int Clients = 2;
    private const int CallsBefore = 12;
    private const int MostCallsBefore = 20 * CallsBefore;
    private const int CallsAfter = 6;

    private readonly IReadOnlyList<SpecCall> _changes = [.. changes.Select(context.Names.Rename)];
    private readonly IReadOnlyList<SpecCall> _reads = [.. reads.Select(context.Names.Rename)];
    private readonly ConcurrentQueue<HistoryCall> _made = [];
    private readonly TaskCompletionSource _isBusy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _isBack = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _clients = Task.CompletedTask;
    private long _crash = long.MaxValue;

    public IReadOnlyList<(SpecCall Sent, CallOutcome? Outcome)> Arranged =>
        [.. context.Log.Where(e => !e.IsObservation).Select(e => (e.Sent, (CallOutcome?)e.Actual))];

    public void Start(CancellationToken cancellationToken) => _clients = AllAsync(WorkAsync, cancellationToken);

    /// <summary>Waits until some calls have been acknowledged.</summary>
    public Task IsBusyAsync(CancellationToken cancellationToken) => Task.WhenAny(_isBusy.Task, _clients).WaitAsync(cancellationToken);

    /// <summary>Takes note that the backend is about to be stopped: what was answered until now was answered before the crash.</summary>
    public void NoteCrash() => _crash = Stopwatch.GetTimestamp();

    /// <summary>Tells the clients that the backend is back.</summary>
    public void GoOn() => _isBack.TrySetResult();

    /// <summary>Observations at what is there when the clients have noticed, because the next change might write over what is missing; then lets them go on, and looks again.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await _clients.ConfigureAwait(false);
        await ObserveAsync(cancellationToken).ConfigureAwait(false);
        await AllAsync(GoOnAsync, cancellationToken).ConfigureAwait(false);
        await ObserveAsync(cancellationToken).ConfigureAwait(false);
    }

    public History History(bool untilCrash = false) => new(
        context.Oracle.StateOf(context.Oracle.Partitions[0]),
        context.Bindings.Loosened(),
        context.Oracle.Now,
        [.. _made.Where(c => !untilCrash || c.End < _crash || c.Outcome is null)]);

    private async Task WorkAsync(int client, CancellationToken cancellationToken)
    {
        // Whoever was cut off knows that the backend is gone: to go on asking would only make calls that nobody knows the outcome of.
        var isCutOff = false;
        while (!isCutOff && !_isBack.Task.IsCompleted && _made.Count < MostCallsBefore)
        {
            isCutOff = (await ChangeAsync(client, cancellationToken).ConfigureAwait(false)).Outcome is null;
            if (_made.Count >= CallsBefore)
            {
                _isBusy.TrySetResult();
            }
        }

        _isBusy.TrySetResult();
        await _isBack.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task GoOnAsync(int client, CancellationToken cancellationToken)
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
        var made = await caller.RaceAsync(client, context, call, cancellationToken).ConfigureAwait(false);

        // A backend that is being killed breaks in whatever way it likes.
        if (made.Outcome is CallOutcome.Broken)
        {
            made = made with { Outcome = null, End = long.MaxValue, Window = (long.MinValue, long.MaxValue) };
        }

        _made.Enqueue(made);
        return made;
    }
}
