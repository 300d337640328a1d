using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Mutants;

/// <summary>Mutants of the host, which stores states and executes steps: it does not store the new state, uses the wrong partition, or reads the previous state.</summary>
internal static class HostMutations
{
    public static IEnumerable<Mutation> Of(SuiteModel model)
    {
        StepReport Original(object state, SpecCall call, long now) => CheckedStep.Of(model, state, call, now, 0);
        if (model.Spec.IsolationClause is { } isolation)
        {
            yield return new(new(-1, isolation, "every operation", "partitions shared", "the partition of the request is ignored"), Original) { HostOperator = HostMutationOperator.SharesPartitions };
            foreach (var operation in model.Spec.Operations)
            {
                yield return new(new(-1, isolation, operation.Name, "wrong partition", "the partition of the previous call is used"), Original) { HostOperator = HostMutationOperator.UsesPartitionOfLastCall };
            }
        }

        foreach (var operation in model.Spec.Operations)
        {
            if (operation.IsReadOnly && model.Spec.FreshnessClause is { } fresh)
            {
                yield return new(new(-1, fresh, operation.Name, "stale answer", "the response shows the state before the last change"), Original) { HostOperator = HostMutationOperator.AnswersFromPreviousState };
            }
            else if (!operation.IsReadOnly && Effects(model, operation) is { Count: > 0 } effects)
            {
                var main = effects.Find(p => p.Fields.Any(model.IsLifecycle)) ?? effects[0];
                yield return new(new(-1, main.Clause!, operation.Name, "answer without effect", "the new state is not stored"), (state, call, now) =>
                {
                    var report = Original(state, call, now);
                    return call.Operation == operation.Name ? report with { State = state } : report;
                }) { Effects = [.. effects.Select(p => p.Clause!).Distinct()] };
            }
        }
    }

    private static List<PointInfo> Effects(SuiteModel model, OperationInfo operation) => [.. model.Spec.Points
        .Where(p => p.Operation == operation.Name && p.Clause is not null && p.Kind is PointKind.Wrote or PointKind.Created or PointKind.Removed)];
}
