namespace JobsSpecGen.Conformance.SelfCheck;

/// <summary>A defect of a backend that the suite must detect.</summary>
/// <param name="Name">A short description of the defect.</param>
internal sealed record Canary(string Name)
{
    /// <summary>Changes the outcome of a call. It returns the same outcome if the defect does not affect the call.</summary>
    public Func<CanaryCall, CallOutcome, CallOutcome> ChangeOutcome { get; init; } = (_, outcome) => outcome;

    /// <summary>Returns the state that is stored after a call.</summary>
    public Func<CanaryCall, object> ChangeState { get; init; } = call => call.Report.State;

    /// <summary>True if all partitions share one state.</summary>
    public bool SharesPartitions { get; init; }

    /// <summary>
    /// A text that the failure must contain; null accepts any failure. It makes sure that the check for this defect detects it, and not
    /// another check that fails as a side effect.
    /// </summary>
    public string? ExpectedMessage { get; init; }

    /// <summary>True if a test case must detect a changed outcome of a call. The arguments are the call and the outcome before the change.</summary>
    public Func<CanaryCall, CallOutcome, bool> MustBeDetected { get; init; } = (_, _) => true;

    /// <summary>The kind of test cases that is run first, because it detects the defect soonest.</summary>
    public CaseKind FirstKind { get; init; } = CaseKind.Witness;

    /// <summary>The largest allowed difference between the clocks of the canary and the tester.</summary>
    public TimeSpan ClockTolerance { get; init; }
}

/// <summary>A call to a canary with the result of the step function.</summary>
/// <param name="Call">The call.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Before">The state before the call.</param>
/// <param name="Report">The result of the step function.</param>
/// <param name="Number">The sequence number of the call, from 1.</param>
internal sealed record CanaryCall(SpecCall Call, OperationInfo Operation, object Before, StepReport Report, int Number);
