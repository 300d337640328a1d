namespace JobsSpecGen.Conformance.Model;

/// <summary>What the environment would refuse is never asked of it: situations are arranged, not negotiated.</summary>
internal static class AcceptedSequence
{
    /// <summary>The sequence without the environment's actions that would be refused where they stand.</summary>
    public static IReadOnlyList<SpecCall> Of(SuiteModel model, IEnumerable<SpecCall> calls)
    {
        var world = new Oracle(model);
        var accepted = new List<SpecCall>();
        foreach (var call in calls)
        {
            world.Tick();
            var report = world.Peek(call);
            if (report.Refusal is null || !model.Operation(call.Operation).IsEnvironment)
            {
                world.Commit(call, report);
                accepted.Add(call);
            }
        }

        return accepted;
    }
}
