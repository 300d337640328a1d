using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>Plans one case for each scenario of the spec.</summary>
internal static class ScenarioCases
{
    public static IEnumerable<TestCase> Of(SuiteModel model, CaseNames names) => model.Spec.Scenarios
        .Select(s => new TestCase(new(CaseKind.Scenario, names.Unique(CaseKind.Scenario, s.Name), null), new CaseScript.Example(s)));
}
