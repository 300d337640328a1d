using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>A race program, with the example names of the spec.</summary>
/// <param name="Arrange">The calls that arrange the state, made sequentially.</param>
/// <param name="Clients">The calls of each client. A client makes its calls sequentially and concurrently with the other clients.</param>
/// <param name="Reads">The final observations, made after all clients have ended.</param>
internal sealed record RaceProgram(Trace Arrange, IReadOnlyList<IReadOnlyList<SpecCall>> Clients, IReadOnlyList<SpecCall> Reads)
{
    /// <summary>
    /// Programs that are smaller by one step, the largest reduction first: without a client, without a change, or with half the calls of a
    /// client that only reads.
    /// </summary>
    /// <param name="isReadOnly">Whether a call is read-only. Single reads are kept, because they can be removed from the history without another run.</param>
    public IEnumerable<RaceProgram> ShrinkCandidates(Func<SpecCall, bool> isReadOnly)
    {
        var withoutClient = Clients.Count > 2 ? Enumerable.Range(0, Clients.Count).Select(i => With(i, [])) : [];
        var withoutChange =
            from client in Enumerable.Range(0, Clients.Count)
            from call in Enumerable.Range(0, Clients[client].Count)
            where !isReadOnly(Clients[client][call])
            select With(client, [.. Clients[client].Where((_, i) => i != call)]);
        var withHalfOfReads =
            from client in Enumerable.Range(0, Clients.Count)
            where Clients[client].Count > 1 && Clients[client].All(isReadOnly)
            select With(client, [.. Clients[client].Take(Clients[client].Count / 2)]);
        return withoutClient.Concat(withoutChange).Concat(withHalfOfReads).Where(program => program.Clients.Count > 1);
    }

    /// <summary>Sequential orders of the calls: all calls of one client before those of the next, and random interleavings.</summary>
    /// <param name="drawnOrders">The number of random interleavings.</param>
    /// <param name="random">The generator that draws them.</param>
    public IEnumerable<IReadOnlyList<SpecCall>> SequentialOrders(int drawnOrders, Random random)
    {
        for (var first = 0; first < Clients.Count; first++)
        {
            yield return [.. Arrange.Calls, .. Clients.Skip(first).Concat(Clients.Take(first)).SelectMany(calls => calls)];
        }

        for (var i = 0; i < drawnOrders; i++)
        {
            var clientOrder = Clients.SelectMany((calls, client) => calls.Select(_ => client)).ToArray();
            random.Shuffle(clientOrder);
            var next = new int[Clients.Count];
            yield return [.. Arrange.Calls, .. clientOrder.Select(client => Clients[client][next[client]++])];
        }
    }

    private RaceProgram With(int client, IReadOnlyList<SpecCall> calls) =>
        this with { Clients = [.. Clients.Select((others, i) => i == client ? calls : others).Where(left => left.Count > 0)] };
}

/// <summary>Generates race programs from a seed.</summary>
internal sealed class RaceProgramGen(RaceSituations situations, Random random)
{
    private const int MaxClients = 4;
    private const int MaxChanges = 3;

    /// <summary>The most calls of a client that only reads. It reads as long as others make changes, so that it does not end before they begin.</summary>
    private const int MaxReads = 20;

    private const int OneRefusedIn = 3;

    /// <summary>A program of a kind; null where no situation allows one. Small programs come first, because they are easier to understand.</summary>
    public RaceProgram? Next(CaseScript.Race race, int number)
    {
        var clients = 2 + (number % (MaxClients - 1));
        var matching = race.Operation is null
            ? situations.Situations
            : [.. situations.Situations.Where(s => s.Changes.Any(c => c.Operation == race.Operation))];
        if (matching.Count == 0)
        {
            return null;
        }

        var situation = Pick(matching);
        return new(situation.Arrange, race.Kind switch
        {
            RaceKind.Same => Same(situation, race.Operation!, clients),
            RaceKind.Changes => [.. Enumerable.Range(0, clients).Select(_ => Changes(situation, number))],
            _ => [ChangesWithReads(situation, number), .. Enumerable.Range(1, clients - 1).Select(i => i % 2 == 0 ? ChangesWithReads(situation, number) : Reads(situation))],
        }, situation.Reads);
    }

    private IReadOnlyList<IReadOnlyList<SpecCall>> Same(RaceSituation situation, string operation, int clients)
    {
        var call = Pick([.. situation.Changes.Where(c => c.Operation == operation)]);
        return [.. Enumerable.Repeat<IReadOnlyList<SpecCall>>([call], clients)];
    }

    private IReadOnlyList<SpecCall> Changes(RaceSituation situation, int number) =>
        [.. Enumerable.Range(0, ChangesOf(number)).Select(_ => Change(situation))];

    /// <summary>The number of changes for a client. Every number of clients is combined with every number of changes.</summary>
    private static int ChangesOf(int number) => 1 + (number / (MaxClients - 1) % MaxChanges);

    /// <summary>A call that changes the state, or at times one that is refused: a refused call must not affect other clients either.</summary>
    private SpecCall Change(RaceSituation situation) =>
        PickOperation(situation.Refused.Count > 0 && random.Next(OneRefusedIn) == 0 ? situation.Refused : situation.Changes);

    /// <summary>Picks a call so that all operations are equally likely, whatever the number of their requests.</summary>
    private SpecCall PickOperation(IReadOnlyList<SpecCall> calls) => Pick([.. Pick([.. calls.GroupBy(c => c.Operation)])]);

    /// <summary>Changes, each followed by a read: the read must show the acknowledged change and all changes that other clients completed before.</summary>
    private IReadOnlyList<SpecCall> ChangesWithReads(RaceSituation situation, int number) => situation.Reads.Count == 0
        ? [Pick(situation.Changes)]
        : [.. Enumerable.Range(0, 1 + ChangesOf(number)).SelectMany(_ => new[] { Change(situation), Pick(situation.Reads) })];

    private IReadOnlyList<SpecCall> Reads(RaceSituation situation) => situation.Reads.Count == 0
        ? [Pick(situation.Changes)]
        : [.. Enumerable.Range(0, MaxReads).Select(_ => Pick(situation.Reads))];

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
