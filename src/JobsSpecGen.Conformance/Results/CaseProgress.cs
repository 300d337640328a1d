namespace JobsSpecGen.Conformance;

/// <summary>How far a run is, told after each case. The directed cases are tried first without a verdict, which comes when all of them were.</summary>
/// <param name="Kind">What kind of test the case is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Verdict">What came of it; null: it was tried, and is told again with its verdict.</param>
/// <param name="Done">How many cases have a verdict.</param>
/// <param name="Total">How many cases the run has.</param>
public sealed record CaseProgress(CaseKind Kind, string Name, Verdict? Verdict, int Done, int Total);
