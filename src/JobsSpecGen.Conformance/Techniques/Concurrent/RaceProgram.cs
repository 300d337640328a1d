using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>What is done in one round of a race, in the oracle's names.</summary>
/// <param name="Arrange">The calls that arrange the situation, one after the other.</param>
/// <param name="Clients">What each client calls, one after the other, beside the others.</param>
/// <param name="Reads">What is called when all have ended.</param>
internal sealed record RaceProgram(Trace Arrange, IReadOnlyList<IReadOnlyList<SpecCall>> Clients, IReadOnlyList<SpecCall> Reads)
{
    /// <summary>Rounds that are smaller by one step, those first that save most: without a client, without a change, or where a client only looks with half of its observations.</summary>
    /// <param name="isLook">Whether a call changes nothing. Single looks stay: they can be taken out of what was seen, without another try.</param>
    public IEnumerable<RaceProgram> Smaller(Func<SpecCall, bool> isLook)
    {
        var withoutClient = Clients.Count > 2 ? Enumerable.Range(0, Clients.Count).Select(i => With(i, [])) : [];
        var withoutChange =
            from client in Enumerable.Range(0, Clients.Count)
            from call in Enumerable.Range(0, Clients[client].Count)
            where !isLook(Clients[client][call])
            select With(client, [.. Clients[client].Where((_, i) => i != call)]);
        var withHalfOfLooks =
            from client in Enumerable.Range(0, Clients.Count)
            where Clients[client].Count > 1 && Clients[client].All(isLook)
            select With(client, [.. Clients[client].Take(Clients[client].Count / 2)]);
        return withoutClient.Concat(withoutChange).Concat(withHalfOfLooks).Where(round => round.Clients.Count > 1);
    }

    /// <summary>Orders in which a single client could have made the calls: one client's after the other's, and some that are drawn.</summary>
    /// <param name="drawn">How many are drawn.</param>
    /// <param name="random">What they are drawn by.</param>
    public IEnumerable<IReadOnlyList<SpecCall>> InTurn(int drawn, Random random)
    {
        for (var first = 0; first < Clients.Count; first++)
        {
            yield return [.. Arrange.Calls, .. Clients.Skip(first).Concat(Clients.Take(first)).SelectMany(calls => calls)];
        }

        for (var i = 0; i < drawn; i++)
        {
            var turns = Clients.SelectMany((calls, client) => calls.Select(_ => client)).ToArray();
            random.Shuffle(turns);
            var next = new int[Clients.Count];
            yield return [.. Arrange.Calls, .. turns.Select(client => Clients[client][next[client]++])];
        }
    }

    private RaceProgram With(int client, IReadOnlyList<SpecCall> calls) =>
        this with { Clients = [.. Clients.Select((others, i) => i == client ? calls : others).Where(left => left.Count > 0)] };
}

/// <summary>Makes up programs, by a seed.</summary>
internal sealed class RaceProgramGen(RaceSituations world, Random random)
{
    private const int MostClients = 4;
    private const int MostChanges = 3;

    /// <summary>Who only looks goes on while others change something, so that it is not gone before they have begun; at most so often.</summary>
    private const int MostReads = 20;

    private const int OneRefusedIn = 3;

    /// <summary>A round of a kind; null where no situation offers one. Small programs come first, because they are easier to understand.</summary>
    public RaceProgram? Next(CaseScript.Race race, int number)
    {
        var clients = 2 + (number % (MostClients - 1));
        var situations = race.Operation is null
            ? world.Situations
            : [.. world.Situations.Where(s => s.Changes.Any(c => c.Operation == race.Operation))];
        if (situations.Count == 0)
        {
            return null;
        }

        var situation = Pick(situations);
        return new(situation.Arrange, race.Kind switch
        {
            RaceKind.Same => Same(situation, race.Operation!, clients),
            RaceKind.Changes => [.. Enumerable.Range(0, clients).Select(_ => Changes(situation, number))],
            _ => [Watched(situation, number), .. Enumerable.Range(1, clients - 1).Select(i => i % 2 == 0 ? Watched(situation, number) : Reads(situation))],
        }, situation.Reads);
    }

    private IReadOnlyList<IReadOnlyList<SpecCall>> Same(RaceSituation situation, string operation, int clients)
    {
        var call = Pick([.. situation.Changes.Where(c => c.Operation == operation)]);
        return [.. Enumerable.Repeat<IReadOnlyList<SpecCall>>([call], clients)];
    }

    private IReadOnlyList<SpecCall> Changes(RaceSituation situation, int number) =>
        [.. Enumerable.Range(0, ChangesOf(number)).Select(_ => Change(situation))];

    /// <summary>Each number of clients is tried with each number of changes.</summary>
    private static int ChangesOf(int number) => 1 + (number / (MostClients - 1) % MostChanges);

    /// <summary>A call that changes something, or now and then one that is refused: that must not be felt by others either.</summary>
    private SpecCall Change(RaceSituation situation) =>
        PickOperation(situation.Refused.Count > 0 && random.Next(OneRefusedIn) == 0 ? situation.Refused : situation.Changes);

    /// <summary>Each operation is as likely as any other, however many requests it has.</summary>
    private SpecCall PickOperation(IReadOnlyList<SpecCall> calls) => Pick([.. Pick([.. calls.GroupBy(c => c.Operation)])]);

    /// <summary>Changes, each followed by a look: whoever was told that something is done sees it, and what others did before.</summary>
    private IReadOnlyList<SpecCall> Watched(RaceSituation situation, int number) => situation.Reads.Count == 0
        ? [Pick(situation.Changes)]
        : [.. Enumerable.Range(0, 1 + ChangesOf(number)).SelectMany(_ => new[] { Change(situation), Pick(situation.Reads) })];

    private IReadOnlyList<SpecCall> Reads(RaceSituation situation) => situation.Reads.Count == 0
        ? [Pick(situation.Changes)]
        : [.. Enumerable.Range(0, MostReads).Select(_ => Pick(situation.Reads))];

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
