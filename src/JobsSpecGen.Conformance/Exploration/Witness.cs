using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>A witness: the shortest known trace that passes a point.</summary>
/// <param name="Arrange">The accepted calls that arrange the situation.</param>
/// <param name="Call">The call that passes the point.</param>
/// <param name="Report">The oracle's result of the call.</param>
/// <param name="Quality">The quality. It is higher for a refusal with a single reason, and for an effect that can be observed.</param>
internal sealed record Witness(Trace Arrange, SpecCall Call, StepReport Report, int Quality)
{
    /// <summary>For a selection: the description of the candidate rows.</summary>
    public string? Candidates { get; init; }
}

/// <summary>The result of the exploration.</summary>
/// <param name="Witnesses">The witnesses of each point: at most one; for a selection, one for each combination of candidate rows.</param>
/// <param name="Situations">For each lifecycle and value, the shortest trace to a row that has the value.</param>
/// <param name="Visited">The number of distinct states that were visited.</param>
/// <param name="Steps">The number of steps that were executed.</param>
internal sealed record ExplorationResult(
    IReadOnlyList<IReadOnlyList<Witness>> Witnesses,
    IReadOnlyList<(LifecycleInfo Lifecycle, string Value, Trace Trace)> Situations,
    int Visited,
    int Steps)
{
    /// <summary>Witnesses of details that the witnesses of points do not show: a member that is present, a field that changes.</summary>
    public IReadOnlyList<(int Point, string Detail, Witness Witness)> Details { get; init; } = [];
}
