using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Cases;

/// <summary>How much is looked at after a case's call.</summary>
internal enum ObservationLevel
{
    /// <summary>Every observation.</summary>
    Full,

    /// <summary>The observations that show most of what the call changed or might have.</summary>
    Brief,
}

/// <summary>What the clients of a race do.</summary>
internal enum RaceKind
{
    /// <summary>All make the same call.</summary>
    Same,

    /// <summary>Each makes a call of its own that changes something.</summary>
    Changes,

    /// <summary>Some make calls that change something, others look at what there is.</summary>
    Reads,
}

/// <summary>What a case does. Names in it are the spec's examples; the run replaces them by fresh ones.</summary>
internal abstract record CaseScript
{
    private CaseScript()
    {
    }

    /// <summary>Arranges a situation and makes a call.</summary>
    public sealed record OneCall(Trace Arrange, SpecCall Call, ObservationLevel Observation) : CaseScript
    {
        /// <summary>How far the backend's clock is moved before the call; null: not at all.</summary>
        public TimeSpan? Later { get; init; }
    }

    /// <summary>Arranges a situation and makes several calls, each of which is looked at with every observation.</summary>
    public sealed record SeveralCalls(Trace Arrange, Trace Calls) : CaseScript;

    /// <summary>Arranges a situation and makes a call in which one value is changed to one at the boundary of a constraint.</summary>
    /// <param name="Arrange">The calls that arrange the situation.</param>
    /// <param name="Call">The call as it would be accepted.</param>
    /// <param name="Edit">The change, to be made after names were made fresh.</param>
    /// <param name="Inside">Whether the changed value is valid.</param>
    public sealed record Boundary(Trace Arrange, SpecCall Call, BoundaryEdit Edit, bool Inside) : CaseScript;

    /// <summary>A readable example.</summary>
    public sealed record Example(ScenarioInfo Scenario) : CaseScript;

    /// <summary>Makes calls one after the other, each of which is compared.</summary>
    public sealed record Sequence(IReadOnlyList<SpecCall> Calls) : CaseScript;

    /// <summary>Makes sequences of calls at random.</summary>
    public sealed record RandomSequences : CaseScript;

    /// <summary>Lets clients make calls at once.</summary>
    public sealed record Race(RaceKind Kind, string? Operation) : CaseScript;

    /// <summary>Restarts the backend.</summary>
    public sealed record Restart(bool IsUnderLoad) : CaseScript;

    /// <summary>Arranges a situation and sends a request that no typed client would send.</summary>
    public sealed record Raw(Trace Arrange, SpecCall Call, RawEdit Edit) : CaseScript;

    /// <summary>Observations at what was seen of all answers of the run.</summary>
    public sealed record AllAnswers(WireRule Rule, string Subject) : CaseScript;

    /// <summary>Arranges the same on two partitions and makes a call on the first.</summary>
    public sealed record TwoPartitions(Trace Arrange, SpecCall Call, SpecValue Other) : CaseScript;
}

/// <summary>A case with what it does.</summary>
internal sealed record TestCase(PlannedCase Planned, CaseScript Script)
{
    /// <summary>The seed that makes the same calls again; null where they are always the same.</summary>
    public string? Seed { get; init; }
}
