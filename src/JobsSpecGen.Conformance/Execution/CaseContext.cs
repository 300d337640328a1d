using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>A live situation on the backend, with the oracle's view of it.</summary>
internal sealed class CaseContext(SuiteModel model, FreshNames names, bool isSpaced)
{
    public FreshNames Names { get; } = names;

    public Oracle Oracle { get; } = new(model);

    public Provenance Provenance { get; } = new(model);

    public Bindings Bindings { get; set; } = new(isSpaced);

    /// <summary>Whether at least a unit of time lies between any two calls that stamp.</summary>
    public bool IsSpaced => isSpaced;

    /// <summary>Every call that was made, in order.</summary>
    public List<Exchange> Log { get; } = [];

    /// <summary>When the last call that stamped a time ended.</summary>
    public long? LastStamp { get; set; }

    /// <summary>True where another run may use the same names, so that only the judgement on constraints can be compared.</summary>
    public bool IsTolerant { get; init; }

    /// <summary>Why the backend's choice could not be told from the oracle's; null: it could.</summary>
    public string? Ambiguous { get; set; }

    /// <summary>Why the adapter could not make a call; null: it could.</summary>
    public string? Unsupported { get; private set; }

    /// <summary>Takes note of what the adapter cannot do.</summary>
    public void Observe(CallOutcome actual, SpecCall call)
    {
        if (actual is CallOutcome.Unsupported unsupported)
        {
            Lacks($"{call.Operation}: {unsupported.Reason}");
        }
    }

    /// <summary>Takes note of what the backend's adapter would need to have.</summary>
    public void Lacks(string reason) => Unsupported ??= reason;

    /// <summary>True when nothing more can be learnt here.</summary>
    public bool IsOver => Unsupported is not null || Ambiguous is not null;

    /// <summary>The names of what has been made here, on one partition.</summary>
    public ILookup<string, string> Identities(SpecValue partition) => KnownIdentities.Of(model, Log
        .Where(e => !e.IsObservation && e.Expected.Refusal is null && !model.Operation(e.Call.Operation).IsReadOnly && model.PartitionOf(e.Call).Equals(partition))
        .Select(e => e.Call));
}
