using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>Clients at once: the same change by all of them, different changes, and looks beside changes.</summary>
internal static class RaceCases
{
    public static IEnumerable<TestCase> Of(SuiteModel model)
    {
        if (model.Spec.AtomicityClause is { } atomicity)
        {
            foreach (var operation in model.Spec.Operations.Where(o => !o.IsReadOnly && RaceSituations.MayRace(model, o)))
            {
                yield return Case($"{operation.Name} by several clients at once", atomicity, new(RaceKind.Same, operation.Name));
            }

            yield return Case("different changes at once", atomicity, new(RaceKind.Changes, null));
        }

        if (model.Spec.FreshnessClause is { } freshness)
        {
            yield return Case("looks beside changes", freshness, new(RaceKind.Reads, null));
        }
    }

    private static TestCase Case(string name, string clause, CaseScript.Race race) => new(new(CaseKind.Concurrency, name, clause), race);
}
