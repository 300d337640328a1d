using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>Plans a case for every changing operation and environment action: the call on one of two partitions that hold the same state.</summary>
internal sealed class IsolationCases(SuiteModel model, Samples samples, ExplorationResult exploration, CaseNames names)
{
    public IEnumerable<TestCase> All()
    {
        if (model.Spec.IsolationClause is not { } clause)
        {
            yield break;
        }

        foreach (var operation in model.Spec.Operations.Where(o => !o.IsReadOnly))
        {
            var effect = model.Spec.Points
                .Where(p => p.Operation == operation.Name && p.Kind is PointKind.Wrote or PointKind.Created or PointKind.Removed)
                .SelectMany(p => exploration.Witnesses[p.Index])
                .OrderBy(w => w.Arrange.Calls.Count)
                .FirstOrDefault();
            var partition = samples.Of(model.Input(operation).Members.First(m => m.Name == operation.PartitionMember).Shape);
            if (effect is null || partition.Count < 2)
            {
                continue;
            }

            yield return new(
                new(CaseKind.Isolation, names.Unique(CaseKind.Isolation, operation.Name), clause),
                new CaseScript.TwoPartitions(effect.Arrange, effect.Call, partition[1]));
        }
    }
}
