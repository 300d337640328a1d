using JobsSpecGen.Conformance.Cases;

namespace JobsSpecGen.Conformance.Techniques.Randomized;

/// <summary>Plans the random sequences as one case, because their number is an option that is known only when the suite runs.</summary>
internal static class RandomCases
{
    public static TestCase Only { get; } = new(new(CaseKind.Random, "sequences of calls", null), new CaseScript.RandomSequences());
}
