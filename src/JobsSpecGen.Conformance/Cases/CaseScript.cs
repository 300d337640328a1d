using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Cases;

/// <summary>Which observations follow the call of a test case.</summary>
internal enum ObservationLevel
{
    /// <summary>Every observation.</summary>
    Full,

    /// <summary>The few observations that show most of what the call changed or could have changed.</summary>
    Brief,
}

/// <summary>What the concurrent clients of a race do.</summary>
internal enum RaceKind
{
    /// <summary>All clients make the same call.</summary>
    Same,

    /// <summary>Each client makes its own calls, most of which change the state.</summary>
    Changes,

    /// <summary>Some clients change the state while others read it.</summary>
    Reads,
}

/// <summary>The calls of a test case. The names in them are the examples of the spec; the run replaces them by fresh names.</summary>
internal abstract record CaseScript
{
    private CaseScript()
    {
    }

    /// <summary>Arranges a state and makes one call.</summary>
    public sealed record OneCall(Trace Arrange, SpecCall Call, ObservationLevel Observation) : CaseScript
    {
        /// <summary>How far the backend's clock is advanced before the call; null leaves the clock alone.</summary>
        public TimeSpan? ClockAdvance { get; init; }
    }

    /// <summary>Arranges a state and makes several calls. Every observation follows each of them.</summary>
    public sealed record SeveralCalls(Trace Arrange, Trace Calls) : CaseScript;

    /// <summary>Arranges a state and makes a call in which one value is replaced by a boundary value of a constraint.</summary>
    /// <param name="Arrange">The calls that arrange the state.</param>
    /// <param name="Call">The call before the edit, which the oracle accepts.</param>
    /// <param name="Edit">The edit, which is applied after the names have been replaced by fresh ones.</param>
    /// <param name="Inside">Whether the boundary value is valid.</param>
    public sealed record Boundary(Trace Arrange, SpecCall Call, BoundaryEdit Edit, bool Inside) : CaseScript;

    /// <summary>Runs a scenario of the spec.</summary>
    public sealed record Example(ScenarioInfo Scenario) : CaseScript;

    /// <summary>Makes calls sequentially and compares the outcome of each.</summary>
    public sealed record Sequence(IReadOnlyList<SpecCall> Calls) : CaseScript;

    /// <summary>Makes random sequences of calls.</summary>
    public sealed record RandomSequences : CaseScript;

    /// <summary>Runs concurrent clients.</summary>
    public sealed record Race(RaceKind Kind, string? Operation) : CaseScript;

    /// <summary>Restarts the backend.</summary>
    public sealed record Restart(bool IsUnderLoad) : CaseScript;

    /// <summary>Arranges a state and sends a raw HTTP request that a typed client would not send.</summary>
    public sealed record Raw(Trace Arrange, SpecCall Call, RawEdit Edit) : CaseScript;

    /// <summary>Judges a wire rule by all HTTP responses of the run.</summary>
    public sealed record AllAnswers(WireRule Rule, string Subject) : CaseScript;

    /// <summary>Arranges the same state on two partitions and makes a call on the first.</summary>
    public sealed record TwoPartitions(Trace Arrange, SpecCall Call, SpecValue Other) : CaseScript;
}

/// <summary>A planned test case with its script.</summary>
internal sealed record TestCase(PlannedCase Planned, CaseScript Script)
{
    /// <summary>The seed that reproduces the calls; null where the calls do not depend on a seed.</summary>
    public string? Seed { get; init; }
}
