using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance;

/// <summary>The verdict on a clause or a test case. Only <see cref="Verified"/> is a pass.</summary>
public enum Verdict
{
    /// <summary>The clause was exercised, and all outcomes were as expected.</summary>
    Verified,

    /// <summary>The clause was exercised, and an outcome deviated from the expected outcome.</summary>
    Violated,

    /// <summary>The clause was not exercised: an earlier step of its test case violates another clause, or the suite has no test case for it.</summary>
    NotExercised,

    /// <summary>The clause cannot be verified on this backend: the adapter cannot arrange the situation, or no operation shows the effect.</summary>
    NotVerifiableHere,

    /// <summary>The suite or the adapter failed. This says nothing about the clause.</summary>
    Error,
}

/// <summary>The kind of a test case.</summary>
public enum CaseKind
{
    /// <summary>The shortest trace that passes a point of a clause.</summary>
    Witness,

    /// <summary>A scenario, which is a readable example of the spec.</summary>
    Scenario,

    /// <summary>A boundary value of a constraint.</summary>
    Boundary,

    /// <summary>An operation with a class of input, for a row in a given status of the lifecycle.</summary>
    Transition,

    /// <summary>A step on one partition while another partition has the same content.</summary>
    Isolation,

    /// <summary>A transition of the bounded model: an abstract state with a class of request.</summary>
    Exploration,

    /// <summary>Random call sequences, generated from a seed.</summary>
    Random,

    /// <summary>Several concurrent clients.</summary>
    Concurrency,

    /// <summary>A restart of the backend, while it is idle or under load.</summary>
    Restart,

    /// <summary>Behaviour that depends on how far the backend's clock was advanced.</summary>
    Clock,

    /// <summary>A raw HTTP request, or a property of the raw HTTP responses of all calls.</summary>
    Wire,
}

/// <summary>The result of one test case.</summary>
/// <param name="Kind">The kind of the test case.</param>
/// <param name="Name">The name, unique within the kind and stable across runs.</param>
/// <param name="Clause">The clause that the test case checks; null for a scenario.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">The reason why the verdict is not <see cref="Verdict.Verified"/>; null if it is.</param>
/// <param name="Failure">The violation that was found, whichever clause it violates. Null: none.</param>
public sealed record CaseResult(CaseKind Kind, string Name, string? Clause, Verdict Verdict, string? Reason, ConformanceFailure? Failure);

/// <summary>A violation of a clause, with all information that is needed to diagnose it.</summary>
/// <param name="Clause">The violated clause.</param>
/// <param name="Summary">The expected and the actual outcome in one line.</param>
/// <param name="Message">The complete failure message, with multiple lines.</param>
/// <param name="TraceLength">The number of calls in the trace.</param>
public sealed record ConformanceFailure(ClauseInfo Clause, string Summary, string Message, int TraceLength)
{
    /// <summary>The summary with the example names of the spec instead of fresh names, so that the text of the same failure is equal in every run.</summary>
    public string Pattern { get; init; } = Summary;
}

/// <summary>The verdict on one clause, determined from all test cases.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">The reason why the verdict is not <see cref="Verdict.Verified"/>; null if it is.</param>
/// <param name="Cases">The number of test cases that check the clause.</param>
/// <param name="Failures">All violations of the clause. Those found by its own test cases are first, and shorter traces precede longer ones.</param>
public sealed record ClauseResult(ClauseInfo Clause, Verdict Verdict, string? Reason, int Cases, IReadOnlyList<ConformanceFailure> Failures);

/// <summary>The results of a run of the suite.</summary>
/// <param name="Spec">The spec.</param>
/// <param name="SuiteVersion">The version of the engine.</param>
/// <param name="Backend">The name and version of the backend.</param>
/// <param name="Clauses">The verdict on every clause, in the order of the spec.</param>
/// <param name="Cases">The result of every test case.</param>
/// <param name="Calls">The number of calls.</param>
/// <param name="Elapsed">The duration of the run.</param>
public sealed record ConformanceReport(
    SpecInfo Spec,
    string SuiteVersion,
    string Backend,
    IReadOnlyList<ClauseResult> Clauses,
    IReadOnlyList<CaseResult> Cases,
    int Calls,
    TimeSpan Elapsed)
{
    /// <summary>The start time of the run, by the tester's clock. Null: unknown.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The comparison of the run with its baseline. Null: there was no baseline.</summary>
    public BaselineComparison? Baseline { get; init; }

    /// <summary>The result of the run. Cast it to <see cref="int"/> to get the exit code.</summary>
    public ConformanceExit Exit =>
        Judgement.FailsTheRun(this) ? ConformanceExit.Failed
        : SelfCheck is { Passed: false } || Cases.Any(c => c.Verdict == Verdict.Error) ? ConformanceExit.Broken
        : Judgement.InconclusiveReason(this) is not null ? ConformanceExit.Inconclusive
        : ConformanceExit.Passed;

    /// <summary>The results of the self-check, which runs the suite on backends with deliberate faults. Null: the self-check was not executed.</summary>
    public SelfCheckReport? SelfCheck { get; init; }

    /// <summary>Whether no <c>must</c> clause is violated, no error occurred, at least one clause was verified, and the suite passed its self-check.</summary>
    public bool Conforms =>
        SelfCheck is not { Passed: false }
        && Clauses.Any(c => c.Verdict == Verdict.Verified)
        && Cases.All(c => c.Verdict != Verdict.Error)
        && !Clauses.Any(c => c is { Verdict: Verdict.Violated, Clause.Level: ClauseLevel.Must });
}
