namespace JobsSpecGen.Model;

/// <summary>An operation of the service, or an action of the rest of the world (which has no output).</summary>
internal sealed record OperationModel(
    string Name,
    string Says,
    string Input,
    string? Output,
    string PartitionMember,
    EquatableArray<string> Errors,
    HttpBinding? Http,
    bool IsReadOnly,
    EquatableArray<Step> Steps)
{
    public bool IsEnvironment => Output is null;
}

/// <summary>A place in the steps that a trace can name; see the engine's PointInfo.</summary>
internal sealed record PointModel(string Operation, PointKind Kind, string? Clause)
{
    public string? Error { get; init; }

    public EquatableArray<string> Accepts { get; init; }

    /// <summary>For a choice: whether an order by a timestamp decides.</summary>
    public bool IsByTime { get; init; }

    public EquatableArray<string> Fields { get; init; }

    public EquatableArray<MemberSource> Members { get; init; }
}

internal enum PointKind
{
    Refused,
    AnsweredInstead,
    Found,
    Chose,
    Listed,
    Wrote,
    Kept,
    Created,
    Removed,
    Answered,
    Present,
    LeftOut,
}

internal sealed record MemberSource(string Path, string? Field, string? ChoiceClause, string? ConditionClause);

internal sealed record ScenarioModel(string Name, EquatableArray<CallModel> Given, EquatableArray<ScenarioStepModel> Steps);

internal sealed record CallModel(string Operation, LiteralValue.Record Request);

internal sealed record ScenarioStepModel(
    CallModel Call,
    string? RefusedWith,
    LiteralValue.Record Outcome,
    EquatableArray<string> AbsentPaths);
