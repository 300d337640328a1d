using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests;

public class PlanTests
{
    [Fact]
    public void The_same_suite_gives_the_same_plan() =>
        Assert.Equal(ConformancePlan.For(new DeskSuite()), ConformancePlan.For(new DeskSuite()));

    [Fact]
    public void Every_rule_has_a_case()
    {
        var planned = ConformancePlan.For(DeskSuite.Instance).Select(c => c.Clause).ToHashSet();
        Assert.Empty(DeskSuite.Instance.Spec.Clauses.Where(c => !c.IsConstraint && !planned.Contains(c.Id)).Select(c => c.Id));
    }

    [Fact]
    public void Names_are_unique_within_a_kind()
    {
        var plan = ConformancePlan.For(DeskSuite.Instance);
        Assert.Equal(plan.Count, plan.Select(c => (c.Kind, c.Name)).Distinct().Count());
    }

    [Fact]
    public void Every_kind_is_planned_except_those_of_missing_guarantees_and_of_HTTP() =>
        Assert.Equal(Enum.GetValues<CaseKind>().Except([CaseKind.Concurrency, CaseKind.Restart, CaseKind.Wire]), ConformancePlan.For(DeskSuite.Instance).Select(c => c.Kind).Distinct().Order());

    [Fact]
    public void Selections_are_tested_with_rows_in_every_order()
    {
        var names = ConformancePlan.For(DeskSuite.Instance).Where(c => c.Kind == CaseKind.Witness).Select(c => c.Name).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", names));
        Assert.Contains("oldest.order / GetTicket / chose row 1 OPEN (one of several)", names);
        Assert.Contains("oldest.order / GetTicket / chose row 2 OPEN", names);
        Assert.Contains("ticket.latest / GetTicket / chose row 2 OPEN (one of several)", names);
        Assert.Contains("list.open / ListTickets / listed row 1 OPEN (one of several), row 2 OPEN (one of several)", names);
    }
}
