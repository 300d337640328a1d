namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>Mutants of what a host does with a step: it forgets to store, or stores for all partitions in one place.</summary>
internal static class HostMutations
{
    public static IEnumerable<Mutation> Of(SuiteModel model)
    {
        if (model.Spec.IsolationClause is { } isolation)
        {
            yield return new(
                new(-1, isolation, "every operation", "partitions shared", "the partition of a request is not looked at"),
                (state, call, now) => MutationList.Checked(model, state, call, now, 0)) { SharesPartitions = true };
        }

        foreach (var operation in model.Spec.Operations.Where(o => !o.IsReadOnly))
        {
            if (MainEffect(model, operation) is { } clause)
            {
                yield return new(
                    new(-1, clause, operation.Name, "answer without effect", "what the step changes is not stored"),
                    (state, call, now) =>
                    {
                        var report = MutationList.Checked(model, state, call, now, 0);
                        return call.Operation == operation.Name ? report with { State = state } : report;
                    });
            }
        }
    }

    private static string? MainEffect(SuiteModel model, OperationInfo operation)
    {
        var effects = model.Spec.Points
            .Where(p => p.Operation == operation.Name && p.Clause is not null && p.Kind is PointKind.Wrote or PointKind.Created or PointKind.Removed)
            .ToList();
        return (effects.Find(p => p.Fields.Any(model.IsLifecycle)) ?? effects.FirstOrDefault())?.Clause;
    }
}
