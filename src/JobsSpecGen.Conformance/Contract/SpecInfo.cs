namespace JobsSpecGen.Conformance;

/// <summary>A spec as data: what the engine has to know besides the step function itself.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Revision">The revision of the spec.</param>
/// <param name="Hash">A hash of the text of the spec.</param>
/// <param name="File">The file name of the spec, for messages.</param>
/// <param name="TicksPerSecond">How many units of a timestamp make a second: 1 or 1000.</param>
public sealed record SpecInfo(string Service, string Revision, string Hash, string File, int TicksPerSecond)
{
    /// <summary>All shapes by name, with the structures of the operations' inputs and outputs and of the errors' data.</summary>
    public required IReadOnlyDictionary<string, ShapeInfo> Shapes { get; init; }

    /// <summary>The operations and environment actions, in the order of the spec, operations first.</summary>
    public required IReadOnlyList<OperationInfo> Operations { get; init; }

    /// <summary>Every rule and every constraint, in the order of the spec.</summary>
    public required IReadOnlyList<ClauseInfo> Clauses { get; init; }

    /// <summary>Every point of the step function.</summary>
    public required IReadOnlyList<PointInfo> Points { get; init; }

    /// <summary>The collections of a partition's state, by name.</summary>
    public required IReadOnlyList<CollectionInfo> Collections { get; init; }

    /// <summary>The lifecycles of the spec.</summary>
    public required IReadOnlyList<LifecycleInfo> Lifecycles { get; init; }

    /// <summary>The readable examples of the spec.</summary>
    public required IReadOnlyList<ScenarioInfo> Scenarios { get; init; }

    /// <summary>The clause that partitions do not affect each other; null: the spec does not say so.</summary>
    public string? IsolationClause { get; init; }

    /// <summary>The clause that calls on one partition take effect one after the other; null: the spec does not say so.</summary>
    public string? AtomicityClause { get; init; }

    /// <summary>The clause that an answer shows all that was acknowledged before it was asked for; null: the spec does not say so.</summary>
    public string? FreshnessClause { get; init; }

    /// <summary>The clause that what was acknowledged survives a crash; null: the spec does not say so.</summary>
    public string? DurabilityClause { get; init; }

    /// <summary>The code of the error that refuses a request which breaks a constraint.</summary>
    public required string InvalidInputError { get; init; }

    /// <summary>The errors, in the order of the spec.</summary>
    public IReadOnlyList<ErrorInfo> Errors { get; init; } = [];

    /// <summary>The clauses about HTTP, by what they are about.</summary>
    public IReadOnlyDictionary<WireRule, string> WireClauses { get; init; } = new Dictionary<WireRule, string>();

    /// <summary>Whether JSON with a member that its structure does not have is refused, instead of read without it.</summary>
    public bool RefusesUnknownMembers { get; init; }
}

/// <summary>An operation of the service, or an action of the rest of the world.</summary>
/// <param name="Name">The name in the spec.</param>
/// <param name="Input">The name of its input structure.</param>
/// <param name="Output">The name of its output structure; null for an environment action.</param>
/// <param name="PartitionMember">The required input member whose value is the partition.</param>
public sealed record OperationInfo(string Name, string Input, string? Output, string PartitionMember)
{
    /// <summary>True for an action of the rest of the world.</summary>
    public bool IsEnvironment => Output is null;

    /// <summary>True when no step of it can write.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The error codes that it may answer.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>How it travels over HTTP; null: it does not.</summary>
    public HttpInfo? Http { get; init; }
}

/// <summary>A collection of rows in the state of a partition.</summary>
/// <param name="Name">The name in the spec.</param>
/// <param name="KeyFields">The fields that identify a row.</param>
/// <param name="Fields">All fields with their shapes.</param>
public sealed record CollectionInfo(string Name, IReadOnlyList<string> KeyFields, IReadOnlyList<MemberInfo> Fields);

/// <summary>A lifecycle: a field whose values move along a table.</summary>
/// <param name="Collection">The collection whose rows have it.</param>
/// <param name="Field">The field.</param>
/// <param name="Shape">The enumeration of its values.</param>
public sealed record LifecycleInfo(string Collection, string Field, string Shape);

/// <summary>A readable example: given some calls, each further call has the given outcome.</summary>
/// <param name="Name">What the example shows.</param>
/// <param name="Given">Calls that arrange the situation; each must be accepted.</param>
/// <param name="Steps">Calls with their expected outcomes.</param>
/// <param name="Line">The line of the spec where it stands, from 1.</param>
public sealed record ScenarioInfo(string Name, IReadOnlyList<SpecCall> Given, IReadOnlyList<ScenarioStep> Steps, int Line);

/// <summary>One call of an example and what must come of it.</summary>
/// <param name="Call">The call.</param>
/// <param name="RefusedWith">The expected error code; null: it must be accepted.</param>
/// <param name="Outcome">Members that the answer (or the error's data) must have; others may be there too. In <paramref name="AbsentPaths"/>: members that must not.</param>
/// <param name="AbsentPaths">Paths, with dots and <c>[0]</c>, of members that must be absent.</param>
/// <param name="Line">The line of the spec where it stands, from 1.</param>
public sealed record ScenarioStep(SpecCall Call, string? RefusedWith, SpecValue Outcome, IReadOnlyList<string> AbsentPaths, int Line);

/// <summary>A call of an operation or environment action.</summary>
/// <param name="Operation">Its name.</param>
/// <param name="Request">Its input.</param>
public sealed record SpecCall(string Operation, SpecValue.Record Request)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Operation} {Request}";
}
