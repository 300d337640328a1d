namespace JobsSpecGen.Conformance.Model;

/// <summary>Removes environment actions that the oracle refuses. Such actions are never sent, because environment actions only arrange a situation.</summary>
internal static class AcceptedSequence
{
    /// <summary>Returns the sequence without the environment actions that would be refused at their position.</summary>
    public static IReadOnlyList<SpecCall> Of(SuiteModel model, IEnumerable<SpecCall> calls)
    {
        var oracle = new Oracle(model);
        var accepted = new List<SpecCall>();
        foreach (var call in calls)
        {
            oracle.Tick();
            var report = oracle.Peek(call);
            if (report.Refusal is null || !model.Operation(call.Operation).IsEnvironment)
            {
                oracle.Commit(call, report);
                accepted.Add(call);
            }
        }

        return accepted;
    }
}
