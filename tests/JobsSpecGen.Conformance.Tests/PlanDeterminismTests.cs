using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Planning;
using JobsSpecGen.Conformance.Tests.Counter;
using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests;

/// <summary>
/// The plan depends only on the spec. The names in a baseline, failures that are shared with others and runs of selected clauses require
/// the same plan on every machine.
/// </summary>
public class PlanDeterminismTests
{
    [Fact]
    public void Every_case_of_the_desk_makes_the_same_calls_in_every_plan() =>
        Assert.Equal(Scripts(new DeskSuite()), Scripts(new DeskSuite()));

    [Fact]
    public void Every_case_of_a_counter_with_races_makes_the_same_calls_in_every_plan() =>
        Assert.Equal(Scripts(new CounterSuite(isAtomic: true)), Scripts(new CounterSuite(isAtomic: true)));

    [Fact]
    public void Races_start_in_the_same_situations_in_every_plan()
    {
        Assert.NotEmpty(Situations(new DeskSuite()));
        Assert.Equal(Situations(new DeskSuite()), Situations(new DeskSuite()));
    }

    private static IEnumerable<string> Scripts(ConformanceSuite suite)
    {
        var plan = new TestPlan(suite);
        return [.. plan.Directed.Concat(plan.Exploratory).Select(c => $"{c.Planned.Kind} {c.Planned.Name} [{c.Planned.Clause}]: {Calls(plan, c.Script)}")];
    }

    private static string Calls(TestPlan plan, CaseScript script) => script is CaseScript.RandomSequences or CaseScript.Race or CaseScript.Restart
        ? script.ToString()
        : string.Join("; ", ScriptCalls.Of(plan.Model, script, new FreshNames(plan.Model, plan.Alphabet.Classes.Samples, "abcdef001")).All);

    private static IEnumerable<string> Situations(ConformanceSuite suite) => [.. new TestPlan(suite).Races.Situations.Select(s =>
        string.Join(" | ", new[] { s.Arrange.Calls, s.Changes, s.Refused, s.Reads }.Select(calls => string.Join("; ", calls))))];
}
