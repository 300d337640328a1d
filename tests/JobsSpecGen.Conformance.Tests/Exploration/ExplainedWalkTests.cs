namespace JobsSpecGen.Conformance.Tests.Exploration;

/// <summary>
/// To explain a walk takes many calls, and a backend with one mistake goes wrong in hundreds of walks.
/// So not all are looked into: but never at the price that the one thing that speaks against a backend stays hidden.
/// </summary>
public class ExplainedWalkTests
{
    private const int MostExplained = 8;
    private const string NotLookedInto = "this one was not looked into";

    [Fact]
    public async Task Where_the_run_fails_anyway_only_some_are_explained_for_each_operation()
    {
        var walks = await ExplainedWalks.StartAsync();
        var results = new List<CaseResult>();
        foreach (var symptom in ExplainedWalks.Manners)
        {
            results.Add(await walks.WalkAsync(symptom));
        }

        Assert.All(results.Take(MostExplained), r => Assert.Equal((Verdict.Violated, "get.answer"), (r.Verdict, r.Failure?.Clause.Id)));
        Assert.All(results.Skip(MostExplained), r => Assert.Equal((Verdict.NotExercised, null), (r.Verdict, r.Failure)));
        Assert.All(results.Skip(MostExplained), r => Assert.EndsWith(NotLookedInto, r.Reason));

        // A symptom that was explained needs no further explanation, and another operation has a number of its own.
        Assert.Equal("get.answer", (await walks.WalkAsync(ExplainedWalks.Manners[0])).Failure?.Clause.Id);
        Assert.Equal("list.open", (await walks.WalkAsync("unlisted", "ListTickets")).Failure?.Clause.Id);
    }

    [Fact]
    public async Task Where_only_recommendations_are_violated_all_are_so_that_nothing_worse_stays_hidden()
    {
        var walks = await ExplainedWalks.StartAsync("get.answer");
        foreach (var symptom in ExplainedWalks.Manners)
        {
            var walk = await walks.WalkAsync(symptom);
            Assert.Equal((Verdict.Violated, ClauseLevel.Should), (walk.Verdict, walk.Failure?.Clause.Level));
        }

        var worse = await walks.WalkAsync("gone");
        Assert.Equal((Verdict.Violated, ClauseLevel.Must, "ticket.unknown"), (worse.Verdict, worse.Failure?.Clause.Level, worse.Failure?.Clause.Id));

        // From here on the run fails anyway: another symptom is not looked into.
        Assert.EndsWith(NotLookedInto, (await walks.WalkAsync("get:s")).Reason);
    }
}
