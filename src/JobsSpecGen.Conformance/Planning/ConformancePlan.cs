using System.Runtime.CompilerServices;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance;

/// <summary>Derives the test cases of a suite by exploring its step function. No backend is needed.</summary>
public static class ConformancePlan
{
    private static readonly ConditionalWeakTable<ConformanceSuite, TestPlan> Plans = [];

    /// <summary>
    /// Gets every test case of a suite except those of HTTP, in the order in which a run executes them. The plan is computed once for
    /// each suite.
    /// </summary>
    /// <param name="suite">The suite.</param>
    public static IReadOnlyList<PlannedCase> For(ConformanceSuite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return Full(suite).Planned;
    }

    /// <summary>Gets the additional test cases that a run executes if its target is an <see cref="HttpTarget"/>.</summary>
    /// <param name="suite">The suite.</param>
    public static IReadOnlyList<PlannedCase> ForWire(ConformanceSuite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return [.. Full(suite).Wire.Select(c => c.Planned)];
    }

    internal static TestPlan Full(ConformanceSuite suite)
    {
        // The lock prevents two test classes from exploring the same suite concurrently.
        lock (Plans)
        {
            return Plans.GetValue(suite, s => new TestPlan(s));
        }
    }
}
