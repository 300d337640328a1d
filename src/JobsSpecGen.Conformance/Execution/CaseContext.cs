using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>The test context: the state that a test case has created on the backend, with the oracle's state beside it.</summary>
internal sealed class CaseContext(SuiteModel model, FreshNames names, bool separatesStamps)
{
    public FreshNames Names { get; } = names;

    public Oracle Oracle { get; } = new(model);

    public Provenance Provenance { get; } = new(model);

    public Bindings Bindings { get; set; } = new(separatesStamps);

    /// <summary>Whether at least one unit of time separates any two calls that stamp a time.</summary>
    public bool SeparatesStamps => separatesStamps;

    /// <summary>All calls so far, in order.</summary>
    public List<Exchange> Log { get; } = [];

    /// <summary>The timestamp at the end of the last call that stamped a time.</summary>
    public long? LastStamp { get; set; }

    /// <summary>True where another run may use the same names, so that only refusals of invalid values can be compared.</summary>
    public bool IsTolerant { get; init; }

    /// <summary>Why outcomes can no longer be compared, because the oracle does not know a choice of the backend; null where they can.</summary>
    public string? AmbiguityReason { get; set; }

    /// <summary>Why the adapter could not make a call; null where it made all calls.</summary>
    public string? UnsupportedReason { get; private set; }

    /// <summary>Records the reason where the outcome is that the adapter does not support the call.</summary>
    public void RecordUnsupported(CallOutcome actual, SpecCall call)
    {
        if (actual is CallOutcome.Unsupported unsupported)
        {
            MarkUnsupported($"{call.Operation}: {unsupported.Reason}");
        }
    }

    /// <summary>Records a feature that the adapter lacks. The first reason is kept.</summary>
    public void MarkUnsupported(string reason) => UnsupportedReason ??= reason;

    /// <summary>True when further calls in this context cannot be judged.</summary>
    public bool IsInconclusive => UnsupportedReason is not null || AmbiguityReason is not null;

    /// <summary>The names that accepted changes of this context used on one partition, by the shape of the name.</summary>
    public ILookup<string, string> Identities(SpecValue partition) => KnownIdentities.Of(model, Log
        .Where(e => !e.IsObservation && e.Expected.Refusal is null && !model.Operation(e.Call.Operation).IsReadOnly && model.PartitionOf(e.Call).Equals(partition))
        .Select(e => e.Call));
}
