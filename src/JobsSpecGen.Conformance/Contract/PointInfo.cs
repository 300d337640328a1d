namespace JobsSpecGen.Conformance;

/// <summary>What happens at a point of the step function.</summary>
public enum PointKind
{
    /// <summary>A guard, a selection that found nothing or an illegal transition refused the request.</summary>
    Refused,

    /// <summary>A selection that found nothing ended the operation with an answer.</summary>
    AnsweredInstead,

    /// <summary>A selection found a row.</summary>
    Found,

    /// <summary>A selection found a row and there were others to choose from, so that the order (or the filter on the rest) decided.</summary>
    Chose,

    /// <summary>A selection of all that match found at least one row and left at least one out or had several to put in order.</summary>
    Listed,

    /// <summary>Fields were set, or a transition was made, and at least one value changed.</summary>
    Wrote,

    /// <summary>Fields were deliberately left as they are, and at least one of them held something that could have been lost.</summary>
    Kept,

    /// <summary>A row was created.</summary>
    Created,

    /// <summary>A row was removed.</summary>
    Removed,

    /// <summary>The operation was answered.</summary>
    Answered,

    /// <summary>A conditional member of an answer was given.</summary>
    Present,

    /// <summary>A conditional member of an answer was left out.</summary>
    LeftOut,
}

/// <summary>
/// A point of the step function that the trace of a step can name. A clause has one or more points:
/// a clause is exercised when a step passes one of them, and the suite looks for a witness of each.
/// </summary>
/// <param name="Index">The number of the point, its place in <see cref="SpecInfo.Points"/>.</param>
/// <param name="Operation">The operation or environment action in which it lies.</param>
/// <param name="Kind">What happens there.</param>
/// <param name="Clause">The id of its clause; null where the spec gives none (only in environment actions).</param>
/// <param name="Line">The line of the spec where it stands, from 1.</param>
public sealed record PointInfo(int Index, string Operation, PointKind Kind, string? Clause, int Line)
{
    /// <summary>For a refusal: the error code that the spec names.</summary>
    public string? Error { get; init; }

    /// <summary>Other error codes that conform here. For an answer: error codes that conform instead of it.</summary>
    public IReadOnlyList<string> Accepts { get; init; } = [];

    /// <summary>For a choice: whether it goes by a timestamp, so that rows stamped in the same unit of time can come in any order.</summary>
    public bool IsByTime { get; init; }

    /// <summary>The fields that are written, kept or created here, as <c>collection.field</c>, or <c>collection</c> for a row removed.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>For answers and for refusals with data: where each member of what is sent comes from.</summary>
    public IReadOnlyList<MemberSource> Members { get; init; } = [];
}

/// <summary>Where a member of an answer comes from; used to name the clause that a wrong member violates.</summary>
/// <param name="Path">The member, for instance <c>execution.versionNumber</c>, or <c>queuedJobs[].jobId</c> in a list.</param>
public sealed record MemberSource(string Path)
{
    /// <summary>The field of the state that it shows, as <c>collection.field</c>; null: computed.</summary>
    public string? Field { get; init; }

    /// <summary>The clause of the selection that decided which row (or rows) it shows; null: none.</summary>
    public string? ChoiceClause { get; init; }

    /// <summary>The clause of the condition under which it is given; null: always given.</summary>
    public string? ConditionClause { get; init; }
}
