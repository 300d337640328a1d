using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Results;
using JobsSpecGen.Conformance.Techniques.Concurrent;
using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Concurrency;

/// <summary>A failing race is shrunk to what the failure needs.</summary>
public class SmallerRaceTests
{
    private static readonly CounterSuite Suite = new(limit: 9);
    private static readonly SpecCall Add = new("Add", new([new("name", SpecValue.Of("c")), new("amount", SpecValue.Of(1))]));
    private static readonly SpecCall Read = new("Read", new([new("name", SpecValue.Of("c"))]));

    [Fact]
    public void Clients_are_left_out_first_then_changes_then_half_the_calls_of_a_client_that_only_reads()
    {
        var program = new RaceProgram(new Model.Trace([]), [[Add, Read], [Add], [Read, Read, Read, Read]], []);
        Assert.Equal(
            ["A|RRRR", "AR|RRRR", "AR|A", "R|A|RRRR", "AR|RRRR", "AR|A|RR"],
            program.ShrinkCandidates(call => call == Read).Select(Text));
    }

    [Fact]
    public void At_least_two_clients_are_kept() =>
        Assert.Equal(["A|A", "A|A"], new RaceProgram(new Model.Trace([]), [[Add, Add], [Add]], []).ShrinkCandidates(call => call == Read).Select(Text));

    [Fact]
    public void Reads_that_the_failure_does_not_need_are_left_out_of_the_history()
    {
        var model = SuiteModel.Of(Suite);
        HistoryCall[] calls =
        [
            Saw(1, 0, 2, 0), // before the change
            new(0, Add, Add, 10, 20, new CallOutcome.Answered(new SpecValue.Record([]))),
            Saw(1, 15, 25, 1), // concurrent with the change
            Saw(2, 30, 40, 0), // after the change, and deviating
            Saw(1, 50, 60, 1),
            Saw(-1, 70, 80, 1),
        ];
        var history = new History(Suite.CreateState(SpecValue.Of("c")), new Bindings(isSpaced: false).WithoutOrder(), 0, calls);
        var judgement = new Linearizer(model, Linearizer.DefaultMaxSteps).Judge(history);
        var small = new HistoryShrinker(model).WithoutNeedlessReads(new(judgement.Verdict, "", judgement, history, null!), TestContext.Current.CancellationToken);

        Assert.Equal([calls[1], calls[3]], small.History!.Calls);
        Assert.Equal(HistoryVerdict.NotLinearizable, small.Judgement!.Verdict);
    }

    private static HistoryCall Saw(int client, long start, long end, long count) =>
        new(client, Read, Read, start, end, new CallOutcome.Answered(new SpecValue.Record([new("count", SpecValue.Of(count))])));

    private static string Text(RaceProgram program) => string.Join("|", program.Clients.Select(calls => string.Concat(calls.Select(c => c.Operation[0]))));
}
