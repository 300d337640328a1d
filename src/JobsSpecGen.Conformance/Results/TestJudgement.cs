namespace JobsSpecGen.Conformance;

/// <summary>What a test runner shows of a clause or a case.</summary>
public enum TestOutcome
{
    /// <summary>Verified.</summary>
    Passed,

    /// <summary>A <c>must</c> that is violated, or a difference from the baseline.</summary>
    Failed,

    /// <summary>Not verified, a deviation from a <c>should</c>, or a failure that the baseline knows.</summary>
    Skipped,

    /// <summary>The suite or the adapter broke.</summary>
    Broken,
}

/// <summary>What a test runner shows of a clause, a case or the whole run, and what it says to that.</summary>
/// <param name="Outcome">What it shows.</param>
/// <param name="Message">Why it is not passed; empty where it is.</param>
public sealed record TestJudgement(TestOutcome Outcome, string Message);
