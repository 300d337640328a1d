using System.Diagnostics;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Exploration;

public class ExplorerTests
{
    private static readonly SuiteModel Model = SuiteModel.Of(DeskSuite.Instance);

    [Fact]
    public void Witnesses_are_shortest_traces_and_arrange_with_accepted_calls_only()
    {
        Explore();
        var watch = Stopwatch.StartNew();
        var found = Explore();
        TestContext.Current.TestOutputHelper?.WriteLine($"{found.Steps} steps, {found.Visited} states, {watch.ElapsedMilliseconds} ms");
        foreach (var witness in found.Witnesses.SelectMany(w => w))
        {
            var state = Model.Suite.CreateState(SpecValue.Of("desk-1"));
            foreach (var (call, i) in witness.Arrange.Calls.Select((c, i) => (c, i)))
            {
                var report = Model.Suite.Step(state, call, i + 1);
                Assert.Null(report.Refusal);
                state = report.State;
            }
        }

        Assert.Equal(0, Depth(found, "UpdateTicket", PointKind.Refused, "ticket.unknown"));
        Assert.Equal(1, Depth(found, "UpdateTicket", PointKind.Wrote, "update.state"));
        Assert.Equal(2, Depth(found, "UpdateTicket", PointKind.Kept, "update.note-kept"));
    }

    [Fact]
    public void Witnesses_of_refusals_violate_a_single_rule()
    {
        var found = Explore();
        foreach (var point in Model.Spec.Points.Where(p => p.Kind == PointKind.Refused && p.Clause is not null))
        {
            Assert.All(found.Witnesses[point.Index], w => Assert.Single(w.Report.Faults));
        }
    }

    [Fact]
    public void Every_value_of_a_lifecycle_is_reached() =>
        Assert.Equal(["OPEN", "BUSY", "DONE"], Explore().Situations.Select(s => s.Value));

    private static ExplorationResult Explore()
    {
        var alphabet = new Alphabet(Model);
        return new Explorer(Model, alphabet, new ObservationCalls(Model, alphabet.Classes, alphabet)).Explore();
    }

    private static int Depth(ExplorationResult found, string operation, PointKind kind, string clause) =>
        found.Witnesses[DeskPoints.Index(operation, kind, clause)][0].Arrange.Calls.Count;
}
