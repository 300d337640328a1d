namespace JobsSpecGen.Conformance;

/// <summary>The kind of a point of the step function.</summary>
public enum PointKind
{
    /// <summary>A guard, a selection that found nothing or an illegal transition refused the request.</summary>
    Refused,

    /// <summary>A selection that found nothing ended the operation with a response.</summary>
    AnsweredInstead,

    /// <summary>A selection found a row.</summary>
    Found,

    /// <summary>A selection found a row among several candidates, so that the order (or the filter on the other rows) decided.</summary>
    Chose,

    /// <summary>A selection of all matching rows found at least one row, and it excluded at least one row or had several rows to sort.</summary>
    Listed,

    /// <summary>Fields were set or a transition was made, and at least one value changed.</summary>
    Wrote,

    /// <summary>Fields were deliberately left unchanged, and at least one of them had a value that could have been lost.</summary>
    Kept,

    /// <summary>A row was created.</summary>
    Created,

    /// <summary>A row was removed.</summary>
    Removed,

    /// <summary>The operation returned a response.</summary>
    Answered,

    /// <summary>The response has a conditional member.</summary>
    Present,

    /// <summary>The response does not have a conditional member.</summary>
    LeftOut,
}

/// <summary>
/// A point of the step function. A step reports the points that it passes. A clause has one or more points:
/// a clause is exercised when a step passes one of them, and the suite searches a witness for each of them.
/// </summary>
/// <param name="Index">The index of the point in <see cref="SpecInfo.Points"/>.</param>
/// <param name="Operation">The operation or environment action that contains the point.</param>
/// <param name="Kind">The kind of the point.</param>
/// <param name="Clause">The id of its clause; null if the spec gives none, which is allowed only in environment actions.</param>
/// <param name="Line">The line of the point in the spec, from 1.</param>
public sealed record PointInfo(int Index, string Operation, PointKind Kind, string? Clause, int Line)
{
    /// <summary>For a refusal: the error code of the spec.</summary>
    public string? Error { get; init; }

    /// <summary>For a refusal: other error codes that conform as well. For a response: error codes that conform instead of it.</summary>
    public IReadOnlyList<string> Accepts { get; init; } = [];

    /// <summary>For a selection: whether it sorts by a timestamp. Rows with the same timestamp can then occur in any order.</summary>
    public bool IsByTime { get; init; }

    /// <summary>The fields that are written, kept or created here, as <c>collection.field</c>; for a removed row, <c>collection</c>.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>For responses, and for refusals with data: the source of each member.</summary>
    public IReadOnlyList<MemberSource> Members { get; init; } = [];
}

/// <summary>The source of a member of a response. It determines the clause to which a deviation of the member is attributed.</summary>
/// <param name="Path">The path of the member, for instance <c>execution.versionNumber</c>, or <c>queuedJobs[].jobId</c> in a list.</param>
public sealed record MemberSource(string Path)
{
    /// <summary>The field of the state that the member shows, as <c>collection.field</c>. Null: the member is computed.</summary>
    public string? Field { get; init; }

    /// <summary>The clause of the selection that decided which rows the member shows. Null: there was no selection.</summary>
    public string? ChoiceClause { get; init; }

    /// <summary>The clause of the condition under which the member is present. Null: the member is unconditional.</summary>
    public string? ConditionClause { get; init; }
}
