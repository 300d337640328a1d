using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>A run of a race program.</summary>
/// <param name="Program">The program as it was run.</param>
/// <param name="Context">The test context before the concurrent calls.</param>
/// <param name="ConcurrentCalls">The calls of the concurrent clients.</param>
/// <param name="Observations">The final observations.</param>
internal sealed record RaceRun(RaceProgram Program, CaseContext Context, IReadOnlyList<HistoryCall> ConcurrentCalls, IReadOnlyList<HistoryCall> Observations)
{
    /// <summary>Whether two calls of different clients overlapped in time.</summary>
    public bool Overlaps => ConcurrentCalls.Any(a => ConcurrentCalls.Any(b => a.Client < b.Client && a.Start <= b.End && b.Start <= a.End));

    public History HistoryOf(IEnumerable<HistoryCall> calls) =>
        new(Context.Oracle.StateOf(Context.Oracle.Partitions[0]), Context.Bindings.WithoutOrder(), Context.Oracle.Now, [.. calls]);
}

/// <summary>Runs a race program: arranges the state, runs the clients concurrently and makes the final observations.</summary>
internal sealed class RaceRunner(SuiteModel model, Caller caller, CaseRunner cases)
{
    private const int NeverSleep = -1;

    /// <summary>
    /// The calls that a client that only reads makes at least, and the number by which it may be ahead of the calls of the other clients before
    /// it pauses.
    /// </summary>
    private const int MinReads = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Runs a program. Null where the state cannot be arranged; then <paramref name="reportObstacle"/> is called with the reason.</summary>
    public async Task<RaceRun?> RunAsync(RaceProgram program, Action<string> reportObstacle, CancellationToken cancellationToken)
    {
        var arranged = await cases.ArrangeAsync(program.Arrange, cancellationToken).ConfigureAwait(false);
        if (arranged.Deviates || arranged.Context.IsInconclusive)
        {
            reportObstacle(arranged.Context.UnsupportedReason ?? arranged.Context.AmbiguityReason ?? "the calls that arrange the situation deviate");
            return null;
        }

        var context = arranged.Context;
        IReadOnlyList<IReadOnlyList<SpecCall>> clients = [.. program.Clients.Select(calls => (IReadOnlyList<SpecCall>)[.. calls.Select(context.Names.Rename)])];
        var concurrentCalls = await RunClientsAsync(context, clients, cancellationToken).ConfigureAwait(false);
        if (caller.Target.EnvironmentDelay > TimeSpan.Zero && concurrentCalls.Any(c => model.Operation(c.Call.Operation).IsEnvironment))
        {
            await Task.Delay(caller.Target.EnvironmentDelay, cancellationToken).ConfigureAwait(false);
        }

        // The program as it was run: a client that only reads may have stopped early.
        var made = program with { Clients = [.. program.Clients.Select((calls, client) => (IReadOnlyList<SpecCall>)[.. calls.Take(concurrentCalls.Count(c => c.Client == client))])] };
        var run = new RaceRun(made, context, concurrentCalls, []);
        return await ObserveAsync(run, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the final observations again and replaces the earlier ones.</summary>
    public async Task<RaceRun> ObserveAsync(RaceRun run, CancellationToken cancellationToken)
    {
        var observations = new List<HistoryCall>();
        foreach (var read in run.Program.Reads)
        {
            observations.Add(await caller.CallConcurrentlyAsync(-1, run.Context, run.Context.Names.Rename(read), cancellationToken).ConfigureAwait(false));
        }

        return run with { Observations = observations };
    }

    private async Task<IReadOnlyList<HistoryCall>> RunClientsAsync(CaseContext context, IReadOnlyList<IReadOnlyList<SpecCall>> clients, CancellationToken cancellationToken)
    {
        // Each client has its own thread and spins until all have started. A fast backend responds before the scheduler
        // wakes a second task or a sleeping thread.
        var waiting = clients.Count;
        var changes = new OngoingChanges(clients.Count(calls => !IsReader(calls)));
        var running = clients.Select((calls, client) => Task.Factory.StartNew(
            () =>
            {
                Interlocked.Decrement(ref waiting);
                for (var spin = new SpinWait(); Volatile.Read(ref waiting) > 0;)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    spin.SpinOnce(NeverSleep);
                }

                return IsReader(calls) ? ReadDuringChangesAsync(client, context, calls, changes, cancellationToken) : ChangeAsync(client, context, calls, changes, cancellationToken);
            },
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()).ToList();
        return [.. (await Task.WhenAll(running).ConfigureAwait(false)).SelectMany(made => made)];
    }

    private bool IsReader(IReadOnlyList<SpecCall> calls) => calls.All(call => model.Operation(call.Operation).IsReadOnly);

    private async Task<List<HistoryCall>> ChangeAsync(int client, CaseContext context, IReadOnlyList<SpecCall> calls, OngoingChanges changes, CancellationToken cancellationToken)
    {
        var made = new List<HistoryCall>();
        foreach (var call in calls)
        {
            made.Add(await caller.CallConcurrentlyAsync(client, context, call, cancellationToken).ConfigureAwait(false));
            changes.RecordCall();
        }

        changes.EndClient();
        return made;
    }

    /// <summary>
    /// Reads as long as other clients make changes, at their pace. A cache responds so fast that without pauses all reads would
    /// precede the changes, and a fast backend makes its changes so fast that all of them would fall into one pause.
    /// </summary>
    private async Task<List<HistoryCall>> ReadDuringChangesAsync(int client, CaseContext context, IReadOnlyList<SpecCall> calls, OngoingChanges changes, CancellationToken cancellationToken)
    {
        var made = new List<HistoryCall>();
        foreach (var call in calls.TakeWhile(_ => made.Count < MinReads || changes.IsOngoing))
        {
            made.Add(await caller.CallConcurrentlyAsync(client, context, call, cancellationToken).ConfigureAwait(false));
            if (made.Count >= MinReads + changes.Calls && changes.IsOngoing)
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }

        return made;
    }

    /// <summary>Counts the clients that still make changes and the calls that they have made.</summary>
    private sealed class OngoingChanges(int clients)
    {
        private int _remaining = clients;
        private int _calls;

        public bool IsOngoing => Volatile.Read(ref _remaining) > 0;

        public int Calls => Volatile.Read(ref _calls);

        public void RecordCall() => Interlocked.Increment(ref _calls);

        public void EndClient() => Interlocked.Decrement(ref _remaining);
    }
}
