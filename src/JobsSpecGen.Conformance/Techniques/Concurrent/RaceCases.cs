using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>Plans the cases of concurrent clients: the same change by all clients, different changes, and reads during changes.</summary>
internal static class RaceCases
{
    public static IEnumerable<TestCase> Of(SuiteModel model)
    {
        if (model.Spec.AtomicityClause is { } atomicity)
        {
            foreach (var operation in model.Spec.Operations.Where(o => !o.IsReadOnly && RaceSituations.MayRace(model, o)))
            {
                yield return Case($"{operation.Name} by several clients concurrently", atomicity, new(RaceKind.Same, operation.Name));
            }

            yield return Case("different changes concurrently", atomicity, new(RaceKind.Changes, null));
        }

        if (model.Spec.FreshnessClause is { } freshness)
        {
            yield return Case("reads during changes", freshness, new(RaceKind.Reads, null));
        }
    }

    private static TestCase Case(string name, string clause, CaseScript.Race race) => new(new(CaseKind.Concurrency, name, clause), race);
}
