namespace JobsSpecGen.Model;

/// <summary>
/// A spec that has been read, checked and normalised. It holds no positions, so that a comment in the YAML changes nothing here.
/// Positions are in <see cref="SpecLines"/>.
/// </summary>
internal sealed record SpecModel(
    string Service,
    string Namespace,
    string Title,
    string Revision,
    string Hash,
    string FileName,
    bool TimestampsInSeconds,
    EquatableArray<Shape> Shapes,
    EquatableArray<ErrorModel> Errors,
    PartitionModel Partition,
    EquatableArray<CollectionModel> Collections,
    EquatableArray<LifecycleModel> Lifecycles,
    EquatableArray<OperationModel> Operations,
    EquatableArray<ClauseModel> Clauses,
    EquatableArray<PointModel> Points,
    EquatableArray<ScenarioModel> Scenarios)
{
    /// <summary>Whether the behaviour has errors. The model then has no steps, and the emitted operations throw.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Whether JSON with an unknown member is rejected instead of being read without that member.</summary>
    public bool RefusesUnknownMembers { get; init; }

    /// <summary>The rules of the wire format that apply, with their clauses.</summary>
    public EquatableArray<WireClause> WireClauses { get; init; }

    /// <summary>The service name in AWS Signature Version 4 signatures; null where requests are not signed.</summary>
    public string? SigningName { get; init; }
}

/// <summary>A rule of the wire format, by its name in the engine, and the id of its clause.</summary>
internal sealed record WireClause(string Rule, string Clause);

/// <summary>The line numbers of a spec, from 1, in the order of the model's lists. They are kept apart, so that only their users depend on them.</summary>
internal sealed record SpecLines(
    string Service,
    string Namespace,
    EquatableArray<int> Clauses,
    EquatableArray<int> Points,
    EquatableArray<int> Shapes,
    EquatableArray<int> Scenarios,
    EquatableArray<EquatableArray<int>> ScenarioSteps);

/// <summary>A clause: a rule of behaviour or a constraint of a shape.</summary>
internal sealed record ClauseModel(string Id, bool IsMust, string Says, string Source, bool IsConstraint);

/// <summary>An error that an operation may respond with.</summary>
internal sealed record ErrorModel(
    string Name,
    int Status,
    string WireName,
    string Says,
    string Source,
    bool RejectsInput,
    EquatableArray<Member> Members);
