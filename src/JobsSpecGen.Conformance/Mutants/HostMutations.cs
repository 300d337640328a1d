using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Mutants;

/// <summary>Mutants of what a host does with a step: it forgets to store, runs it on the wrong partition, or on what was there before.</summary>
internal static class HostMutations
{
    public static IEnumerable<Mutation> Of(SuiteModel model)
    {
        StepReport Right(object state, SpecCall call, long now) => CheckedStep.Of(model, state, call, now, 0);
        if (model.Spec.IsolationClause is { } isolation)
        {
            yield return new(new(-1, isolation, "every operation", "partitions shared", "the partition of a request is not looked at"), Right) { HostOperator = HostMutationOperator.SharesPartitions };
            foreach (var operation in model.Spec.Operations)
            {
                yield return new(new(-1, isolation, operation.Name, "wrong partition", "the partition of the call before is used"), Right) { HostOperator = HostMutationOperator.UsesPartitionOfLastCall };
            }
        }

        foreach (var operation in model.Spec.Operations)
        {
            if (operation.IsReadOnly && model.Spec.FreshnessClause is { } fresh)
            {
                yield return new(new(-1, fresh, operation.Name, "stale answer", "it shows what was there before the last change"), Right) { HostOperator = HostMutationOperator.AnswersFromPreviousState };
            }
            else if (!operation.IsReadOnly && Effects(model, operation) is { Count: > 0 } effects)
            {
                var main = effects.Find(p => p.Fields.Any(model.IsLifecycle)) ?? effects[0];
                yield return new(new(-1, main.Clause!, operation.Name, "answer without effect", "what the step changes is not stored"), (state, call, now) =>
                {
                    var report = Right(state, call, now);
                    return call.Operation == operation.Name ? report with { State = state } : report;
                }) { Effects = [.. effects.Select(p => p.Clause!).Distinct()] };
            }
        }
    }

    private static List<PointInfo> Effects(SuiteModel model, OperationInfo operation) => [.. model.Spec.Points
        .Where(p => p.Operation == operation.Name && p.Clause is not null && p.Kind is PointKind.Wrote or PointKind.Created or PointKind.Removed)];
}
