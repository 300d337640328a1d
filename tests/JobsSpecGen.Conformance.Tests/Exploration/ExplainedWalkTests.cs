namespace JobsSpecGen.Conformance.Tests.Exploration;

/// <summary>
/// The explanation of a walk takes many calls, and a backend with one fault fails hundreds of walks.
/// The suite therefore does not explain all of them, but it never leaves out the only evidence against a backend.
/// </summary>
public class ExplainedWalkTests
{
    private const int MaxExplained = 8;
    private const string NotExplained = "this one was not explained";

    [Fact]
    public async Task A_failing_run_explains_a_bounded_number_of_walks_for_each_operation()
    {
        var walks = await ExplainedWalks.StartAsync();
        var results = new List<CaseResult>();
        foreach (var symptom in ExplainedWalks.Symptoms)
        {
            results.Add(await walks.WalkAsync(symptom));
        }

        Assert.All(results.Take(MaxExplained), r => Assert.Equal((Verdict.Violated, "get.answer"), (r.Verdict, r.Failure?.Clause.Id)));
        Assert.All(results.Skip(MaxExplained), r => Assert.Equal((Verdict.NotExercised, null), (r.Verdict, r.Failure)));
        Assert.All(results.Skip(MaxExplained), r => Assert.EndsWith(NotExplained, r.Reason));

        // A known symptom is not explained again, and every operation has its own bound.
        Assert.Equal("get.answer", (await walks.WalkAsync(ExplainedWalks.Symptoms[0])).Failure?.Clause.Id);
        Assert.Equal("list.open", (await walks.WalkAsync("unlisted", "ListTickets")).Failure?.Clause.Id);
    }

    [Fact]
    public async Task A_run_that_violates_only_should_clauses_explains_all_walks()
    {
        var walks = await ExplainedWalks.StartAsync("get.answer");
        foreach (var symptom in ExplainedWalks.Symptoms)
        {
            var walk = await walks.WalkAsync(symptom);
            Assert.Equal((Verdict.Violated, ClauseLevel.Should), (walk.Verdict, walk.Failure?.Clause.Level));
        }

        var worse = await walks.WalkAsync("gone");
        Assert.Equal((Verdict.Violated, ClauseLevel.Must, "ticket.unknown"), (worse.Verdict, worse.Failure?.Clause.Level, worse.Failure?.Clause.Id));

        // A must clause is violated now, so that a further symptom is not explained.
        Assert.EndsWith(NotExplained, (await walks.WalkAsync("get:s")).Reason);
    }
}
