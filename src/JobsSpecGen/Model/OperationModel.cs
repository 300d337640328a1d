namespace JobsSpecGen.Model;

/// <summary>An operation of the service, or an environment action (which has no output).</summary>
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

/// <summary>A coverage point in the steps, which a trace can name; see <c>PointInfo</c> in the engine.</summary>
internal sealed record PointModel(string Operation, PointKind Kind, string? Clause)
{
    public string? Error { get; init; }

    public EquatableArray<string> Accepts { get; init; }

    /// <summary>For a selection: whether it orders by a timestamp.</summary>
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
