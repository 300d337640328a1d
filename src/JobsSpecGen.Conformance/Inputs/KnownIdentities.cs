using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>Collects the values of fresh shapes that calls use.</summary>
internal static class KnownIdentities
{
    public static ILookup<string, string> Of(SuiteModel model, IEnumerable<SpecCall> calls) =>
        calls.SelectMany(c => Values.Identities(model, c)).Distinct().ToLookup(i => i.Shape, i => i.Value, StringComparer.Ordinal);
}
