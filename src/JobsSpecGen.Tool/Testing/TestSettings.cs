using JobsSpecGen.Conformance;
using JobsSpecGen.Tool.Signing;

namespace JobsSpecGen.Tool.Testing;

/// <summary>What the command line says of a run.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Endpoint">Where the service is.</param>
/// <param name="Name">What reports call it.</param>
/// <param name="Options">How much is tried.</param>
internal sealed record TestSettings(ConformanceSuite Suite, Uri Endpoint, string Name, ConformanceOptions Options)
{
    /// <summary>How long what an action of the environment did may take to show.</summary>
    public TimeSpan EnvironmentDelay { get; init; }

    /// <summary>How far the clock of the service may be from this machine's.</summary>
    public TimeSpan ClockTolerance { get; init; }

    /// <summary>Values of names in the paths that the spec gives actions, such as an account.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>A command that arranges situations; null: there is none.</summary>
    public string? ArrangeCommand { get; init; }

    /// <summary>Method and address of requests that arrange situations; null: there is none.</summary>
    public string? ArrangeHttp { get; init; }

    /// <summary>Signs the requests; null: they are not signed.</summary>
    public Signer? Signer { get; init; }

    /// <summary>The folder for reports; null: none are written.</summary>
    public string? Reports { get; init; }

    /// <summary>The cases that the run will make.</summary>
    public IEnumerable<PlannedCase> Planned() => ConformancePlan.For(Suite).Concat(ConformancePlan.ForWire(Suite)).Where(planned => IsChosen(planned.Clause));

    /// <summary>Whether a clause is among those that were asked for. Null is what is about no single one.</summary>
    public bool IsChosen(string? clause) => Options.Clauses is not { Count: > 0 } chosen || (clause is not null && chosen.Contains(clause));
}
