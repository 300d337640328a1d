using System.Globalization;

namespace JobsSpecGen.Conformance;

/// <summary>
/// How much a run tries, and where it looks for a baseline and puts its reports. Every context can be given by an
/// environment variable, so that a failure is replayed, or a long run made, without a change of code.
/// </summary>
public sealed record ConformanceOptions
{
    /// <summary>The environment variable with the seed: <c>CONFORMANCE_SEED</c>.</summary>
    public const string SeedVariable = "CONFORMANCE_SEED";

    /// <summary>The environment variable with the number of random runs: <c>CONFORMANCE_RANDOM_SEQUENCES</c>.</summary>
    public const string RandomSequencesVariable = "CONFORMANCE_RANDOM_SEQUENCES";

    /// <summary>The environment variable with the number of concurrent steps: <c>CONFORMANCE_CONCURRENT_RUNS</c>.</summary>
    public const string ConcurrentRunsVariable = "CONFORMANCE_CONCURRENT_RUNS";

    /// <summary>The environment variable with the folder for reports: <c>CONFORMANCE_REPORTS</c>.</summary>
    public const string ReportsVariable = "CONFORMANCE_REPORTS";

    /// <summary>The environment variable with the baseline file: <c>CONFORMANCE_BASELINE</c>.</summary>
    public const string BaselineVariable = "CONFORMANCE_BASELINE";

    /// <summary>The environment variable that has the baseline written anew: <c>CONFORMANCE_BASELINE_UPDATE</c>, 1 or 0.</summary>
    public const string UpdateBaselineVariable = "CONFORMANCE_BASELINE_UPDATE";

    /// <summary>The seed of the random runs, as a failure prints it; null: another one each time.</summary>
    public string? Seed { get; init; }

    /// <summary>How many random runs are made, each a sequence of calls on names of its own. 0: none.</summary>
    public int RandomSequences { get; init; } = 200;

    /// <summary>How many calls a random run has at most.</summary>
    public int MaxSequenceLength { get; init; } = 12;

    /// <summary>How many times several clients are let loose on one partition at once. 0: never.</summary>
    public int ConcurrentRuns { get; init; } = 400;

    /// <summary>After how long no further step of one kind of race is begun, however many are left.</summary>
    public TimeSpan ConcurrencyBudget { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an answer may take. After that nobody knows whether the call took effect.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clauses whose cases are run, by their ids; null or empty: all, with the scenarios, walks and random runs, which are about no single one.</summary>
    /// <remarks>Nothing is said then of the other clauses; they fail no run, and cannot be held against a baseline.</remarks>
    public IReadOnlyList<string>? Clauses { get; init; }

    /// <summary>The folder into which the reports are written; null: none are.</summary>
    public string? ReportsFolder { get; init; }

    /// <summary>The file that lists the known failures, for instance <c>conformance/{backend}.json</c>; null: none are known.</summary>
    /// <remarks><c>{backend}</c> stands for the backend's name as the reports' files have it, so that several backends can share a context.</remarks>
    public string? BaselineFile { get; init; }

    /// <summary>Whether the run writes <see cref="BaselineFile"/> anew instead of being held against it. Reasons that are there are kept.</summary>
    public bool UpdateBaseline { get; init; }

    /// <summary>
    /// Writes the command that makes a failure happen again, from the id of its clause and, for calls at random, their seed;
    /// null: the one of <c>dotnet test</c>.
    /// </summary>
    public Func<string, string?, string>? Replay { get; init; }

    /// <summary>The defaults, with what environment variables say in their place.</summary>
    /// <exception cref="FormatException">A variable that takes a number holds something else.</exception>
    public static ConformanceOptions FromEnvironment() => new ConformanceOptions().WithEnvironment();

    /// <summary>These options, with what environment variables say in their place.</summary>
    /// <exception cref="FormatException">A variable that takes a number holds something else.</exception>
    public ConformanceOptions WithEnvironment() => this with
    {
        Seed = Text(SeedVariable) ?? Seed,
        RandomSequences = Count(RandomSequencesVariable) ?? RandomSequences,
        ConcurrentRuns = Count(ConcurrentRunsVariable) ?? ConcurrentRuns,
        ReportsFolder = Text(ReportsVariable) ?? ReportsFolder,
        BaselineFile = Text(BaselineVariable) ?? BaselineFile,
        UpdateBaseline = Count(UpdateBaselineVariable) is { } update ? update > 0 : UpdateBaseline,
    };

    private static string? Text(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static int? Count(string variable) => Text(variable) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : throw new FormatException($"The environment variable {variable} must be a whole number from 0, and is '{text}'.");
}
