namespace JobsSpecGen.Conformance;

/// <summary>The outcome of the test of a clause or a test case in a test runner.</summary>
public enum TestOutcome
{
    /// <summary>The clause or test case is verified.</summary>
    Passed,

    /// <summary>A <c>must</c> clause is violated, or the run differs from the baseline.</summary>
    Failed,

    /// <summary>The clause or test case is not verified, a <c>should</c> clause is violated, or the baseline knows the failure.</summary>
    Skipped,

    /// <summary>The suite or the adapter failed.</summary>
    Broken,
}

/// <summary>The outcome and the message that a test runner shows for a clause, a test case or the whole run.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Message">The reason why the test did not pass; empty if it passed.</param>
public sealed record TestJudgement(TestOutcome Outcome, string Message);
