using System.Globalization;

namespace JobsSpecGen.Conformance;

/// <summary>
/// The options of a run: how many test cases it executes, the baseline file and the folder for reports. Most options can be set by an
/// environment variable, so that a failure can be replayed, or a longer run started, without a change of code.
/// </summary>
public sealed record ConformanceOptions
{
    /// <summary>The environment variable with the seed: <c>CONFORMANCE_SEED</c>.</summary>
    public const string SeedVariable = "CONFORMANCE_SEED";

    /// <summary>The environment variable with the number of random call sequences: <c>CONFORMANCE_RANDOM_SEQUENCES</c>.</summary>
    public const string RandomSequencesVariable = "CONFORMANCE_RANDOM_SEQUENCES";

    /// <summary>The environment variable with the number of executions of race programs: <c>CONFORMANCE_CONCURRENT_RUNS</c>.</summary>
    public const string ConcurrentRunsVariable = "CONFORMANCE_CONCURRENT_RUNS";

    /// <summary>The environment variable with the folder for reports: <c>CONFORMANCE_REPORTS</c>.</summary>
    public const string ReportsVariable = "CONFORMANCE_REPORTS";

    /// <summary>The environment variable with the baseline file: <c>CONFORMANCE_BASELINE</c>.</summary>
    public const string BaselineVariable = "CONFORMANCE_BASELINE";

    /// <summary>The environment variable that makes the run rewrite the baseline file: <c>CONFORMANCE_BASELINE_UPDATE</c>, 1 or 0.</summary>
    public const string UpdateBaselineVariable = "CONFORMANCE_BASELINE_UPDATE";

    /// <summary>The seed of all random choices, as printed in failure messages. Null: every run uses a new random seed.</summary>
    public string? Seed { get; init; }

    /// <summary>The number of random call sequences. Each sequence uses its own names. 0: none.</summary>
    public int RandomSequences { get; init; } = 200;

    /// <summary>The maximum number of calls in a random call sequence.</summary>
    public int MaxSequenceLength { get; init; } = 12;

    /// <summary>The number of executions of race programs, in which several concurrent clients call one partition. 0: none.</summary>
    public int ConcurrentRuns { get; init; } = 400;

    /// <summary>The time limit for each concurrent test case. After that, no further race program is started, even if <see cref="ConcurrentRuns"/> is not reached.</summary>
    public TimeSpan ConcurrencyBudget { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The timeout of a call. After a timeout it is unknown whether the call took effect.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The ids of the clauses whose test cases are run. Null or empty: all clauses, and also the scenarios, walks and random call sequences,
    /// which belong to no single clause.
    /// </summary>
    /// <remarks>The report of a selective run says nothing about the other clauses. They do not fail the run, and the run cannot be compared with a baseline.</remarks>
    public IReadOnlyList<string>? Clauses { get; init; }

    /// <summary>The folder into which the reports are written. Null: no reports are written.</summary>
    public string? ReportsFolder { get; init; }

    /// <summary>The baseline file, which lists the known failures, for instance <c>conformance/{backend}.json</c>. Null: there is no baseline.</summary>
    /// <remarks><c>{backend}</c> is replaced by the backend's name, as in the file names of the reports, so that several backends can share one value of this option.</remarks>
    public string? BaselineFile { get; init; }

    /// <summary>Whether the run rewrites <see cref="BaselineFile"/> instead of being compared with it. Reasons that the file already contains are kept.</summary>
    public bool UpdateBaseline { get; init; }

    /// <summary>
    /// Creates the command that reproduces a failure, from the id of the violated clause and, for random calls, the seed.
    /// Null: a <c>dotnet test</c> command.
    /// </summary>
    public Func<string, string?, string>? Replay { get; init; }

    /// <summary>Returns the default options, overridden by the environment variables that are set.</summary>
    /// <exception cref="FormatException">The value of a numeric variable is not a number.</exception>
    public static ConformanceOptions FromEnvironment() => new ConformanceOptions().WithEnvironment();

    /// <summary>Returns these options, overridden by the environment variables that are set.</summary>
    /// <exception cref="FormatException">The value of a numeric variable is not a number.</exception>
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
        : throw new FormatException($"The environment variable {variable} must be a whole number of at least 0, but is '{text}'.");
}
