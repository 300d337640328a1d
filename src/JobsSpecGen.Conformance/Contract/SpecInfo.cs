namespace JobsSpecGen.Conformance;

/// <summary>A spec as data: everything that the engine needs in addition to the step function.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Revision">The revision of the spec.</param>
/// <param name="Hash">A hash of the text of the spec.</param>
/// <param name="File">The file name of the spec, for messages.</param>
/// <param name="TicksPerSecond">The number of timestamp units per second: 1 or 1000.</param>
public sealed record SpecInfo(string Service, string Revision, string Hash, string File, int TicksPerSecond)
{
    /// <summary>All shapes by name, including the structures of the operations' inputs and outputs and of the errors' data.</summary>
    public required IReadOnlyDictionary<string, ShapeInfo> Shapes { get; init; }

    /// <summary>The operations and environment actions, in the order of the spec, operations first.</summary>
    public required IReadOnlyList<OperationInfo> Operations { get; init; }

    /// <summary>All clauses, which are the rules and the constraints, in the order of the spec.</summary>
    public required IReadOnlyList<ClauseInfo> Clauses { get; init; }

    /// <summary>All points of the step function.</summary>
    public required IReadOnlyList<PointInfo> Points { get; init; }

    /// <summary>The collections of a partition's state, by name.</summary>
    public required IReadOnlyList<CollectionInfo> Collections { get; init; }

    /// <summary>The lifecycles of the spec.</summary>
    public required IReadOnlyList<LifecycleInfo> Lifecycles { get; init; }

    /// <summary>The scenarios, which are the readable examples of the spec.</summary>
    public required IReadOnlyList<ScenarioInfo> Scenarios { get; init; }

    /// <summary>The clause which says that partitions do not affect each other. Null: the spec does not say so.</summary>
    public string? IsolationClause { get; init; }

    /// <summary>The clause which says that calls on one partition take effect one after the other (atomicity). Null: the spec does not say so.</summary>
    public string? AtomicityClause { get; init; }

    /// <summary>The clause which says that a response shows every change that was acknowledged before its request. Null: the spec does not say so.</summary>
    public string? FreshnessClause { get; init; }

    /// <summary>The clause which says that acknowledged changes survive a crash. Null: the spec does not say so.</summary>
    public string? DurabilityClause { get; init; }

    /// <summary>The error code for a request that violates a constraint.</summary>
    public required string InvalidInputError { get; init; }

    /// <summary>The errors, in the order of the spec.</summary>
    public IReadOnlyList<ErrorInfo> Errors { get; init; } = [];

    /// <summary>The ids of the clauses about HTTP, by wire rule.</summary>
    public IReadOnlyDictionary<WireRule, string> WireClauses { get; init; } = new Dictionary<WireRule, string>();

    /// <summary>Whether JSON with unknown members is refused. Otherwise, unknown members are ignored.</summary>
    public bool RefusesUnknownMembers { get; init; }
}

/// <summary>An operation of the service, or an environment action, which happens outside the service.</summary>
/// <param name="Name">The name in the spec.</param>
/// <param name="Input">The name of its input structure.</param>
/// <param name="Output">The name of its output structure; null for an environment action.</param>
/// <param name="PartitionMember">The required input member whose value is the partition.</param>
public sealed record OperationInfo(string Name, string Input, string? Output, string PartitionMember)
{
    /// <summary>Whether this is an environment action.</summary>
    public bool IsEnvironment => Output is null;

    /// <summary>Whether the operation never writes.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The error codes with which the operation can refuse a request.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The HTTP binding. Null: none.</summary>
    public HttpInfo? Http { get; init; }
}

/// <summary>A collection of rows in the state of a partition.</summary>
/// <param name="Name">The name in the spec.</param>
/// <param name="KeyFields">The fields that identify a row.</param>
/// <param name="Fields">All fields with their shapes.</param>
public sealed record CollectionInfo(string Name, IReadOnlyList<string> KeyFields, IReadOnlyList<MemberInfo> Fields);

/// <summary>A lifecycle: a field whose values change only by the transitions of a table.</summary>
/// <param name="Collection">The collection whose rows have the field.</param>
/// <param name="Field">The field.</param>
/// <param name="Shape">The enumeration of its values.</param>
public sealed record LifecycleInfo(string Collection, string Field, string Shape);

/// <summary>A scenario: after the arranging calls, each further call must have its expected outcome.</summary>
/// <param name="Name">The title of the scenario.</param>
/// <param name="Given">The arranging calls. Each of them must be accepted.</param>
/// <param name="Steps">The calls with their expected outcomes.</param>
/// <param name="Line">The line of the scenario in the spec, from 1.</param>
public sealed record ScenarioInfo(string Name, IReadOnlyList<SpecCall> Given, IReadOnlyList<ScenarioStep> Steps, int Line);

/// <summary>One call of a scenario with its expected outcome.</summary>
/// <param name="Call">The call.</param>
/// <param name="RefusedWith">The expected error code. Null: the call must be accepted.</param>
/// <param name="Outcome">Members that the response (or the error's data) must have. Other members are allowed unless <paramref name="AbsentPaths"/> excludes them.</param>
/// <param name="AbsentPaths">The paths, with dots and <c>[0]</c>, of members that must be absent.</param>
/// <param name="Line">The line of the step in the spec, from 1.</param>
public sealed record ScenarioStep(SpecCall Call, string? RefusedWith, SpecValue Outcome, IReadOnlyList<string> AbsentPaths, int Line);

/// <summary>A call of an operation or environment action.</summary>
/// <param name="Operation">The name of the operation or action.</param>
/// <param name="Request">The input.</param>
public sealed record SpecCall(string Operation, SpecValue.Record Request)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Operation} {Request}";
}
