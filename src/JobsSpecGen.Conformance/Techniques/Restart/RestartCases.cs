using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>Plans the restarts: the backend is stopped without warning, once at rest and once under the load of concurrent clients.</summary>
internal static class RestartCases
{
    public static IEnumerable<TestCase> Of(SuiteModel model) => model.Spec.DurabilityClause is not { } durability
        ? []
        :
        [
            new(new(CaseKind.Restart, "at rest", durability), new CaseScript.Restart(IsUnderLoad: false)),
            new(new(CaseKind.Restart, "under load", durability), new CaseScript.Restart(IsUnderLoad: true)),
        ];
}
