namespace JobsSpecGen.Conformance;

/// <summary>
/// The progress of a run, reported after each test case. The directed test cases are first executed without a verdict.
/// Their verdicts are determined when all of them have been executed.
/// </summary>
/// <param name="Kind">The kind of the test case.</param>
/// <param name="Name">The name of the test case.</param>
/// <param name="Verdict">The verdict. Null: the test case was executed, and will be reported again with its verdict.</param>
/// <param name="Done">The number of test cases that have a verdict.</param>
/// <param name="Total">The number of test cases of the run.</param>
public sealed record CaseProgress(CaseKind Kind, string Name, Verdict? Verdict, int Done, int Total);
