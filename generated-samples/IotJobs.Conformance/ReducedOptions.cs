using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>How much the runs against right backends try where the tests are not to try all.</summary>
internal static class ReducedOptions
{
    /// <summary>
    /// These options; reduced, with fewer random runs and rounds, since <see cref="InMemoryConformance"/> makes them all.
    /// What an environment variable says counts in either case.
    /// </summary>
    public static ConformanceOptions AtScale(this ConformanceOptions options) => TestScale.Choose(
        full: options,
        reduced: (options with { RandomSequences = 20, ConcurrentRuns = 10 }).WithEnvironment());
}
