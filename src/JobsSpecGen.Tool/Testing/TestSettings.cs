using JobsSpecGen.Conformance;
using JobsSpecGen.Tool.Signing;

namespace JobsSpecGen.Tool.Testing;

/// <summary>The settings of a run, from the command line.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Endpoint">The URL of the service.</param>
/// <param name="Name">The name of the service in reports.</param>
/// <param name="Options">The options of the engine.</param>
internal sealed record TestSettings(ConformanceSuite Suite, Uri Endpoint, string Name, ConformanceOptions Options)
{
    /// <summary>The maximum delay until an environment action is visible.</summary>
    public TimeSpan EnvironmentDelay { get; init; }

    /// <summary>The maximum difference between the clocks of the service and of this machine.</summary>
    public TimeSpan ClockTolerance { get; init; }

    /// <summary>Values for the placeholders of paths that are not members, such as an account.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>A command that performs the environment actions; null if there is none.</summary>
    public string? ArrangeCommand { get; init; }

    /// <summary>Method and URL of the requests that perform the environment actions; null if there are none.</summary>
    public string? ArrangeHttp { get; init; }

    /// <summary>Signs the requests; null if they are not signed.</summary>
    public Signer? Signer { get; init; }

    /// <summary>The folder for reports; null if none are written.</summary>
    public string? Reports { get; init; }

    /// <summary>The test cases of the run.</summary>
    public IEnumerable<PlannedCase> Planned() => ConformancePlan.For(Suite).Concat(ConformancePlan.ForWire(Suite)).Where(planned => IsChosen(planned.Clause));

    /// <summary>Whether a clause is selected; null stands for test cases without a single clause.</summary>
    public bool IsChosen(string? clause) => Options.Clauses is not { Count: > 0 } chosen || (clause is not null && chosen.Contains(clause));
}
