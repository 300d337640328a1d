namespace JobsSpecGen.Model;

/// <summary>
/// A spec that has been read, checked and normalised. Holds no positions, so that a comment in the YAML changes nothing here;
/// see <see cref="SpecLines"/> for them.
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
    /// <summary>True where the behaviour has mistakes: then there are no steps, and what is emitted throws when it is called.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Whether JSON with a member that its structure does not have is refused, instead of read without it.</summary>
    public bool RefusesUnknownMembers { get; init; }

    /// <summary>The rules of the wire that hold, with their clauses.</summary>
    public EquatableArray<WireClause> WireClauses { get; init; }

    /// <summary>The name of the service in signatures of AWS Signature Version 4; null where requests are not signed.</summary>
    public string? SigningName { get; init; }
}

/// <summary>A rule of the wire by its name in the engine, and the id of its clause.</summary>
internal sealed record WireClause(string Rule, string Clause);

/// <summary>The lines of a spec, from 1, in the order of the model's lists. Kept apart so that only what shows them depends on them.</summary>
internal sealed record SpecLines(
    string Service,
    string Namespace,
    EquatableArray<int> Clauses,
    EquatableArray<int> Points,
    EquatableArray<int> Shapes,
    EquatableArray<int> Scenarios,
    EquatableArray<EquatableArray<int>> ScenarioSteps);

/// <summary>A rule of behaviour or a constraint of a shape.</summary>
internal sealed record ClauseModel(string Id, bool IsMust, string Says, string Source, bool IsConstraint);

/// <summary>An error that an operation may answer.</summary>
internal sealed record ErrorModel(
    string Name,
    int Status,
    string WireName,
    string Says,
    string Source,
    bool RejectsInput,
    EquatableArray<Member> Members);
