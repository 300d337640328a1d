using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>The shortest trace known that passes a point.</summary>
/// <param name="Arrange">Accepted calls that lead to the situation.</param>
/// <param name="Call">The call that passes the point.</param>
/// <param name="Report">What comes of it in the model.</param>
/// <param name="Quality">How well it serves: a refusal for one reason only, an effect that can be seen.</param>
internal sealed record Witness(Trace Arrange, SpecCall Call, StepReport Report, int Quality)
{
    /// <summary>For a choice: what there was to choose from.</summary>
    public string? Candidates { get; init; }
}

/// <summary>What the explorer found.</summary>
/// <param name="Witnesses">The witnesses of each point: one, or for choices one for each mix of rows to choose from.</param>
/// <param name="Situations">For each lifecycle and value the shortest trace to a row that has it.</param>
/// <param name="Visited">How many different states were seen.</param>
/// <param name="Steps">How many steps were tried.</param>
internal sealed record ExplorationResult(
    IReadOnlyList<IReadOnlyList<Witness>> Witnesses,
    IReadOnlyList<(LifecycleInfo Lifecycle, string Value, Trace Trace)> Situations,
    int Visited,
    int Steps)
{
    /// <summary>Witnesses of what those of the points leave out: a member that is there, a field that is changed.</summary>
    public IReadOnlyList<(int Point, string Detail, Witness Witness)> Details { get; init; } = [];
}
