using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance;

/// <summary>The verdict on a clause or a case. Only <see cref="Verified"/> is a pass.</summary>
public enum Verdict
{
    /// <summary>Reached, checked and right.</summary>
    Verified,

    /// <summary>Reached, checked and wrong.</summary>
    Violated,

    /// <summary>Not reached: another clause on the way is violated, or the suite has no case for it.</summary>
    NotExercised,

    /// <summary>The backend's adapter cannot arrange the situation, or no operation shows the effect.</summary>
    NotVerifiableHere,

    /// <summary>The suite or the adapter broke; says nothing about the clause.</summary>
    Error,
}

/// <summary>What kind of test a case is.</summary>
public enum CaseKind
{
    /// <summary>The shortest trace that passes a point of a clause.</summary>
    Witness,

    /// <summary>A readable example of the spec.</summary>
    Scenario,

    /// <summary>A value at the boundary of a constraint.</summary>
    Boundary,

    /// <summary>An operation with a class of input in a status of the lifecycle.</summary>
    Transition,

    /// <summary>A step on one partition while another holds the same.</summary>
    Isolation,

    /// <summary>A transition of the small world: an abstract state with a class of request.</summary>
    Exploration,

    /// <summary>Sequences of calls at random, by seed.</summary>
    Random,

    /// <summary>Several clients at once.</summary>
    Concurrency,

    /// <summary>A restart of the backend, at rest or under load.</summary>
    Restart,

    /// <summary>What depends on how far the backend's clock was moved.</summary>
    Clock,

    /// <summary>A raw request over HTTP, or what the raw answers of all calls have in common.</summary>
    Wire,
}

/// <summary>The result of one case.</summary>
/// <param name="Kind">What kind of test it is.</param>
/// <param name="Name">Its name, unique within its kind and stable from run to run.</param>
/// <param name="Clause">The clause that it is there to check; null for a scenario.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Reason">Why it is not verified; null where it is.</param>
/// <param name="Failure">The violation that was found, whichever clause it violates; null: none.</param>
public sealed record CaseResult(CaseKind Kind, string Name, string? Clause, Verdict Verdict, string? Reason, ConformanceFailure? Failure);

/// <summary>A violation, with all that one needs to act on it.</summary>
/// <param name="Clause">The clause that is violated.</param>
/// <param name="Summary">Expected and actual in one line.</param>
/// <param name="Message">The whole message, many lines.</param>
/// <param name="TraceLength">How many calls the trace has.</param>
public sealed record ConformanceFailure(ClauseInfo Clause, string Summary, string Message, int TraceLength)
{
    /// <summary>The summary with the spec's example names in the place of fresh ones, so that the same failure reads the same in every run.</summary>
    public string Pattern { get; init; } = Summary;
}

/// <summary>The verdict on one clause over all cases.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why it is not verified; null where it is.</param>
/// <param name="Cases">How many cases are there to check it.</param>
/// <param name="Failures">All violations of it: those that its own cases found first, the shortest trace first.</param>
public sealed record ClauseResult(ClauseInfo Clause, Verdict Verdict, string? Reason, int Cases, IReadOnlyList<ConformanceFailure> Failures);

/// <summary>What a run of the suite found.</summary>
/// <param name="Spec">The spec that was tested against.</param>
/// <param name="SuiteVersion">The version of the engine.</param>
/// <param name="Backend">The name and version of the backend.</param>
/// <param name="Clauses">The verdict on every clause, in the order of the spec.</param>
/// <param name="Cases">The result of every case.</param>
/// <param name="Calls">How many calls were made.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record ConformanceReport(
    SpecInfo Spec,
    string SuiteVersion,
    string Backend,
    IReadOnlyList<ClauseResult> Clauses,
    IReadOnlyList<CaseResult> Cases,
    int Calls,
    TimeSpan Elapsed)
{
    /// <summary>When the run began, by the tester's clock; null: not known.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>What came of holding the run against a baseline; null: there was none.</summary>
    public BaselineComparison? Baseline { get; init; }

    /// <summary>How a run of tests, or a program, should end after this report. <c>(int)</c> of it is the exit code.</summary>
    public ConformanceExit Exit =>
        Judgement.FailsTheRun(this) ? ConformanceExit.Failed
        : SelfCheck is { Passed: false } || Cases.Any(c => c.Verdict == Verdict.Error) ? ConformanceExit.Broken
        : Judgement.InconclusiveReason(this) is not null ? ConformanceExit.Inconclusive
        : ConformanceExit.Passed;

    /// <summary>What the suite found on backends that are wrong on purpose; null where that was not looked at.</summary>
    public SelfCheckReport? SelfCheck { get; init; }

    /// <summary>True when no <c>must</c> clause is violated, nothing broke, at least one clause was verified, and the suite passed its self-check.</summary>
    public bool Conforms =>
        SelfCheck is not { Passed: false }
        && Clauses.Any(c => c.Verdict == Verdict.Verified)
        && Cases.All(c => c.Verdict != Verdict.Error)
        && !Clauses.Any(c => c is { Verdict: Verdict.Violated, Clause.Level: ClauseLevel.Must });
}
