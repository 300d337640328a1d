using JobsSpecGen.Conformance.Cases;

namespace JobsSpecGen.Conformance.Techniques.Randomized;

/// <summary>Sequences at random are one case: how many there are is the consumer's choice, and known only when the suite runs.</summary>
internal static class RandomCases
{
    public static TestCase Only { get; } = new(new(CaseKind.Random, "sequences of calls", null), new CaseScript.RandomSequences());
}
