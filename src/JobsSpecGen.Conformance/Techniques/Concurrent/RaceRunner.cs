using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>A round that was run.</summary>
/// <param name="Program">What was done.</param>
/// <param name="Context">The situation before.</param>
/// <param name="AtOnce">The calls of the clients.</param>
/// <param name="Observations">The looks afterwards.</param>
internal sealed record RaceRun(RaceProgram Program, CaseContext Context, IReadOnlyList<HistoryCall> AtOnce, IReadOnlyList<HistoryCall> Observations)
{
    /// <summary>Whether any two calls of different clients were under way at the same time.</summary>
    public bool Overlaps => AtOnce.Any(a => AtOnce.Any(b => a.Client < b.Client && a.Start <= b.End && b.Start <= a.End));

    public History HistoryOf(IEnumerable<HistoryCall> calls) =>
        new(Context.Oracle.StateOf(Context.Oracle.Partitions[0]), Context.Bindings.Loosened(), Context.Oracle.Now, [.. calls]);
}

/// <summary>Runs a round: arranges, lets the clients loose, and looks at what they left.</summary>
internal sealed class RaceRunner(SuiteModel model, Caller caller, CaseRunner cases)
{
    private const int NeverSleep = -1;

    /// <summary>How many looks a client makes that only observations, whether or not others are still at work; and by how many it is ahead of their calls at most before it pauses.</summary>
    private const int FewestReads = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Null where the situation could not be arranged; then <paramref name="obstacle"/> is told why.</summary>
    public async Task<RaceRun?> RunAsync(RaceProgram round, Action<string> obstacle, CancellationToken cancellationToken)
    {
        var arranged = await cases.ArrangeAsync(round.Arrange, cancellationToken).ConfigureAwait(false);
        if (arranged.Deviates || arranged.Context.IsOver)
        {
            obstacle(arranged.Context.Unsupported ?? arranged.Context.Ambiguous ?? "the calls that arrange the situation go wrong already");
            return null;
        }

        var context = arranged.Context;
        IReadOnlyList<IReadOnlyList<SpecCall>> clients = [.. round.Clients.Select(calls => (IReadOnlyList<SpecCall>)[.. calls.Select(context.Names.Rename)])];
        var atOnce = await RaceAsync(context, clients, cancellationToken).ConfigureAwait(false);
        if (caller.Target.EnvironmentDelay > TimeSpan.Zero && atOnce.Any(c => model.Operation(c.Call.Operation).IsEnvironment))
        {
            await Task.Delay(caller.Target.EnvironmentDelay, cancellationToken).ConfigureAwait(false);
        }

        // The round as it was: whoever only looked may have stopped early.
        var made = round with { Clients = [.. round.Clients.Select((calls, client) => (IReadOnlyList<SpecCall>)[.. calls.Take(atOnce.Count(c => c.Client == client))])] };
        var run = new RaceRun(made, context, atOnce, []);
        return await ObserveAsync(run, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Observations once more, in place of the looks before.</summary>
    public async Task<RaceRun> ObserveAsync(RaceRun run, CancellationToken cancellationToken)
    {
        var observations = new List<HistoryCall>();
        foreach (var read in run.Program.Reads)
        {
            observations.Add(await caller.RaceAsync(-1, run.Context, run.Context.Names.Rename(read), cancellationToken).ConfigureAwait(false));
        }

        return run with { Observations = observations };
    }

    private async Task<IReadOnlyList<HistoryCall>> RaceAsync(CaseContext context, IReadOnlyList<IReadOnlyList<SpecCall>> clients, CancellationToken cancellationToken)
    {
        // A thread of its own for each client, and all spin at the line until the last has come: a fast backend has answered
        // before the scheduler has even woken a second task, or a thread that sleeps.
        var missing = clients.Count;
        var work = new Changing(clients.Count(calls => !IsReader(calls)));
        var running = clients.Select((calls, client) => Task.Factory.StartNew(
            () =>
            {
                Interlocked.Decrement(ref missing);
                for (var spin = new SpinWait(); Volatile.Read(ref missing) > 0;)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    spin.SpinOnce(NeverSleep);
                }

                return IsReader(calls) ? ObserveWhileAsync(client, context, calls, work, cancellationToken) : ChangeAsync(client, context, calls, work, cancellationToken);
            },
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()).ToList();
        return [.. (await Task.WhenAll(running).ConfigureAwait(false)).SelectMany(made => made)];
    }

    private bool IsReader(IReadOnlyList<SpecCall> calls) => calls.All(call => model.Operation(call.Operation).IsReadOnly);

    private async Task<List<HistoryCall>> ChangeAsync(int client, CaseContext context, IReadOnlyList<SpecCall> calls, Changing work, CancellationToken cancellationToken)
    {
        var made = new List<HistoryCall>();
        foreach (var call in calls)
        {
            made.Add(await caller.RaceAsync(client, context, call, cancellationToken).ConfigureAwait(false));
            work.Note();
        }

        work.End();
        return made;
    }

    /// <summary>
    /// Observations on as long as others change something, at their pace: the answers of a cache come so fast that without pauses all would be from before,
    /// and the changes of a fast backend so fast that all would fall into one pause.
    /// </summary>
    private async Task<List<HistoryCall>> ObserveWhileAsync(int client, CaseContext context, IReadOnlyList<SpecCall> calls, Changing work, CancellationToken cancellationToken)
    {
        var made = new List<HistoryCall>();
        foreach (var call in calls.TakeWhile(_ => made.Count < FewestReads || work.GoesOn))
        {
            made.Add(await caller.RaceAsync(client, context, call, cancellationToken).ConfigureAwait(false));
            if (made.Count >= FewestReads + work.Calls && work.GoesOn)
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }

        return made;
    }

    /// <summary>How many clients still change something, and how many calls they made.</summary>
    private sealed class Changing(int clients)
    {
        private int _left = clients;
        private int _calls;

        public bool GoesOn => Volatile.Read(ref _left) > 0;

        public int Calls => Volatile.Read(ref _calls);

        public void Note() => Interlocked.Increment(ref _calls);

        public void End() => Interlocked.Decrement(ref _left);
    }
}
