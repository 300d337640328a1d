using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Techniques.Concurrent;
using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Concurrent;

/// <summary>The counterexample of a race is shrunk: unnecessary clients, calls and observations are removed.</summary>
public class RaceShrinkingTests
{
    private static readonly CounterSuite Suite = new(limit: 9);
    private static readonly SpecCall Add = new("Add", new([new("name", SpecValue.Of("c")), new("amount", SpecValue.Of(1))]));
    private static readonly SpecCall Read = new("Read", new([new("name", SpecValue.Of("c"))]));

    [Fact]
    public void Shrinking_removes_clients_first_then_changes_then_half_of_the_reads_of_a_client()
    {
        var program = new RaceProgram(new Model.Trace([]), [[Add, Read], [Add], [Read, Read, Read, Read]], []);
        Assert.Equal(
            ["A|RRRR", "AR|RRRR", "AR|A", "R|A|RRRR", "AR|RRRR", "AR|A|RR"],
            program.ShrinkCandidates(call => call == Read).Select(Text));
    }

    [Fact]
    public void Shrinking_keeps_two_clients() =>
        Assert.Equal(["A|A", "A|A"], new RaceProgram(new Model.Trace([]), [[Add, Add], [Add]], []).ShrinkCandidates(call => call == Read).Select(Text));

    [Fact]
    public void Observations_that_a_linearization_explains_are_removed_from_the_trace()
    {
        var model = SuiteModel.Of(Suite);
        HistoryCall[] calls =
        [
            ReadOf(1, 0, 2, 0), // before the change
            new(0, Add, Add, 10, 20, new CallOutcome.Answered(new SpecValue.Record([]))),
            ReadOf(1, 15, 25, 1), // concurrent with the change
            ReadOf(2, 30, 40, 0), // after the change, not linearizable
            ReadOf(1, 50, 60, 1),
            ReadOf(-1, 70, 80, 1),
        ];
        var history = new History(Suite.CreateState(SpecValue.Of("c")), new Bindings(isSpaced: false).WithoutOrder(), 0, calls);
        var judgement = new Linearizer(model, Linearizer.DefaultMaxSteps).Judge(history);
        var shrunk = new HistoryShrinker(model).WithoutNeedlessReads(new(judgement.Verdict, "", judgement, history, null!), TestContext.Current.CancellationToken);

        Assert.Equal([calls[1], calls[3]], shrunk.History!.Calls);
        Assert.Equal(HistoryVerdict.NotLinearizable, shrunk.Judgement!.Verdict);
    }

    private static HistoryCall ReadOf(int client, long start, long end, long count) =>
        new(client, Read, Read, start, end, new CallOutcome.Answered(new SpecValue.Record([new("count", SpecValue.Of(count))])));

    private static string Text(RaceProgram program) => string.Join("|", program.Clients.Select(calls => string.Concat(calls.Select(c => c.Operation[0]))));
}
