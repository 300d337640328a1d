namespace JobsSpecGen.Conformance.Tests.Exploration;

/// <summary>
/// The explanation of a failed walk takes many calls, and one defect of a backend can fail hundreds of walks. The number of explained walks
/// is limited, but only while that cannot hide a violation of a <c>must</c> clause.
/// </summary>
public class WalkExplanationLimitTests
{
    private const int MaxExplained = 8;
    private const string NotExplained = "this one was not explained";

    [Fact]
    public async Task Number_of_explained_walks_is_limited_for_each_operation_after_a_must_clause_is_violated()
    {
        var walks = await WalkSession.StartAsync();
        var results = new List<CaseResult>();
        foreach (var symptom in WalkSession.Symptoms)
        {
            results.Add(await walks.WalkAsync(symptom));
        }

        Assert.All(results.Take(MaxExplained), r => Assert.Equal((Verdict.Violated, "get.answer"), (r.Verdict, r.Failure?.Clause.Id)));
        Assert.All(results.Skip(MaxExplained), r => Assert.Equal((Verdict.NotExercised, null), (r.Verdict, r.Failure)));
        Assert.All(results.Skip(MaxExplained), r => Assert.EndsWith(NotExplained, r.Reason));

        // A symptom that was explained before needs no further explanation, and each operation has its own limit.
        Assert.Equal("get.answer", (await walks.WalkAsync(WalkSession.Symptoms[0])).Failure?.Clause.Id);
        Assert.Equal("list.open", (await walks.WalkAsync("unlisted", "ListTickets")).Failure?.Clause.Id);
    }

    [Fact]
    public async Task All_walks_are_explained_while_only_should_clauses_are_violated()
    {
        var walks = await WalkSession.StartAsync("get.answer");
        foreach (var symptom in WalkSession.Symptoms)
        {
            var walk = await walks.WalkAsync(symptom);
            Assert.Equal((Verdict.Violated, ClauseLevel.Should), (walk.Verdict, walk.Failure?.Clause.Level));
        }

        var must = await walks.WalkAsync("gone");
        Assert.Equal((Verdict.Violated, ClauseLevel.Must, "ticket.unknown"), (must.Verdict, must.Failure?.Clause.Level, must.Failure?.Clause.Id));

        // A must clause is violated now, so the run fails in any case and another symptom is not explained.
        Assert.EndsWith(NotExplained, (await walks.WalkAsync("get:s")).Reason);
    }
}
