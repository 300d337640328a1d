namespace JobsSpecGen.Conformance.SelfCheck;

/// <summary>A way to be wrong.</summary>
/// <param name="Name">In a few words.</param>
internal sealed record Canary(string Name)
{
    /// <summary>What comes of a call, changed; the same where this call is not one to be wrong on.</summary>
    public Func<CanaryCall, CallOutcome, CallOutcome> Answer { get; init; } = (_, outcome) => outcome;

    /// <summary>The state that is stored, changed.</summary>
    public Func<CanaryCall, object> Store { get; init; } = call => call.Report.State;

    /// <summary>True where all partitions are one.</summary>
    public bool SharesPartitions { get; init; }

    /// <summary>
    /// What a failure that finds it says; null: anything. Where others would notice in passing, this makes sure that what is
    /// there to notice it still does.
    /// </summary>
    public string? Says { get; init; }

    /// <summary>Whether a changed outcome is one that has to be noticed.</summary>
    public Func<CanaryCall, CallOutcome, bool> Counts { get; init; } = (_, _) => true;

    /// <summary>The kind of case that finds it soonest.</summary>
    public CaseKind Soonest { get; init; } = CaseKind.Witness;

    /// <summary>How far its clock may be from the tester's.</summary>
    public TimeSpan ClockTolerance { get; init; }
}

/// <summary>A call of a canary, with what the spec says.</summary>
/// <param name="Call">The call.</param>
/// <param name="Operation">Its operation.</param>
/// <param name="Before">The state before.</param>
/// <param name="Report">What the spec says.</param>
/// <param name="Number">The how manieth call it is.</param>
internal sealed record CanaryCall(SpecCall Call, OperationInfo Operation, object Before, StepReport Report, int Number);
