using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>The backend is stopped without warning: when all is quiet, and while clients are at work.</summary>
internal static class RestartCases
{
    public static IEnumerable<TestCase> Of(SuiteModel model) => model.Spec.DurabilityClause is not { } durability
        ? []
        :
        [
            new(new(CaseKind.Restart, "when all is quiet", durability), new CaseScript.Restart(IsUnderLoad: false)),
            new(new(CaseKind.Restart, "while clients are at work", durability), new CaseScript.Restart(IsUnderLoad: true)),
        ];
}
