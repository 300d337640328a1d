namespace JobsSpecGen.Conformance.Planning;

/// <summary>How much is looked at after a case's call.</summary>
internal enum Scrutiny
{
    /// <summary>Every probe.</summary>
    Full,

    /// <summary>The probes that show most of what the call changed or might have.</summary>
    Brief,
}

/// <summary>What a case does. Names in it are the spec's examples; the run replaces them by fresh ones.</summary>
internal abstract record CaseScript
{
    private CaseScript()
    {
    }

    /// <summary>Arranges a situation and makes a call.</summary>
    public sealed record Single(Trace Arrange, SpecCall Call, Scrutiny Scrutiny) : CaseScript;

    /// <summary>Arranges a situation and makes several calls, each of which is looked at with every probe.</summary>
    public sealed record Several(Trace Arrange, Trace Calls) : CaseScript;

    /// <summary>Arranges a situation and makes a call in which one value is changed to one at the edge of a constraint.</summary>
    /// <param name="Arrange">The calls that arrange the situation.</param>
    /// <param name="Call">The call as it would be accepted.</param>
    /// <param name="Edit">The change, to be made after names were made fresh.</param>
    /// <param name="Inside">Whether the changed value is valid.</param>
    public sealed record Edge(Trace Arrange, SpecCall Call, EdgeEdit Edit, bool Inside) : CaseScript;

    /// <summary>A readable example.</summary>
    public sealed record Example(ScenarioInfo Scenario) : CaseScript;

    /// <summary>Arranges the same on two partitions and makes a call on the first.</summary>
    public sealed record TwoPartitions(Trace Arrange, SpecCall Call, SpecValue Other) : CaseScript;
}

/// <summary>A case with what it does.</summary>
internal sealed record ScriptedCase(PlannedCase Planned, CaseScript Script);
