using JobsSpecGen.Binding.Http;
using JobsSpecGen.Conformance;
using JobsSpecGen.Pipeline;
using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Binding;

/// <summary>The rules of the wire are those that the engine knows, and become clauses.</summary>
public sealed class WireRuleTests
{
    [Fact]
    public void The_language_and_the_engine_know_the_same_rules() => Assert.Equal(Enum.GetNames<WireRule>(), WireBinder.Rules);

    [Fact]
    public void The_shipped_spec_has_a_clause_for_each() =>
        Assert.Equal(WireBinder.Rules, Bind(SpecText.Of(Repository.JobsSpec)).WireClauses.Select(clause => clause.Rule));

    [Fact]
    public void Clauses_of_the_wire_come_after_all_others()
    {
        var model = Bind(SpecText.Lamps.Plus("wire:\n  numbers: { clause: z, level: should, says: Whole., source: here }\n  malformedBody: { clause: y, says: Whole., source: here }\n"));
        Assert.Equal([("MalformedBody", "y"), ("Numbers", "z")], model.WireClauses.Select(clause => (clause.Rule, clause.Clause)));
        Assert.Equal([("y", true), ("z", false)], model.Clauses.TakeLast(2).Select(clause => (clause.Id, clause.IsMust)));
    }

    [Fact]
    public void A_spec_may_say_nothing_of_the_wire() => Assert.Empty(Bind(SpecText.Lamps).WireClauses);

    private static Model.SpecModel Bind(SpecText spec)
    {
        var read = SpecReading.Bind(new SpecFile("a.jobs.yaml", spec.Text, Artefact.None), TestContext.Current.CancellationToken);
        Assert.Empty(read.Findings);
        return read.Model!;
    }
}
