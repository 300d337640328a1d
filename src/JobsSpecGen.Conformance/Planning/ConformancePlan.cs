using System.Runtime.CompilerServices;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance;

/// <summary>The cases of a suite, found by exploring the step function. No backend is needed.</summary>
public static class ConformancePlan
{
    private static readonly ConditionalWeakTable<ConformanceSuite, TestPlan> Plans = [];

    /// <summary>Every case of a suite, in the order in which a run executes them. Computed once for each suite.</summary>
    /// <param name="suite">The suite.</param>
    public static IReadOnlyList<PlannedCase> For(ConformanceSuite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return Full(suite).Planned;
    }

    /// <summary>The further cases that a run executes where the backend is reached over HTTP, by <see cref="HttpTarget"/>.</summary>
    /// <param name="suite">The suite.</param>
    public static IReadOnlyList<PlannedCase> ForWire(ConformanceSuite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return [.. Full(suite).Wire.Select(c => c.Planned)];
    }

    internal static TestPlan Full(ConformanceSuite suite)
    {
        // The lock keeps two test classes from exploring the same suite at once.
        lock (Plans)
        {
            return Plans.GetValue(suite, s => new TestPlan(s));
        }
    }
}
