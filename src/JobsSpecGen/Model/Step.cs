namespace JobsSpecGen.Model;

/// <summary>A step of an operation. Blocks are inlined and every name is resolved. Points are indexes into the model's list of points.</summary>
internal abstract record Step
{
    /// <summary>Binds the first row of a query to a variable, or ends the operation.</summary>
    internal sealed record Select(
        string Variable,
        RowQuery RowQuery,
        int? FoundPoint,
        EquatableArray<int> ChosePoints,
        Ending Otherwise) : Step;

    /// <summary>Binds all rows of a query to a variable.</summary>
    internal sealed record SelectAll(string Variable, RowQuery RowQuery, int? ListedPoint, EquatableArray<int> ChosePoints) : Step;

    /// <summary>A guard: rejects the request unless the condition holds.</summary>
    /// <param name="Condition">The condition that must hold.</param>
    /// <param name="Otherwise">The rejection.</param>
    /// <param name="IsReliedOn">Whether later steps dereference values that the condition has shown to be present, so that they cannot run without it.</param>
    internal sealed record Require(Expr Condition, Ending.Refusal Otherwise, bool IsReliedOn) : Step;

    internal sealed record When(Expr Condition, EquatableArray<Step> Then, EquatableArray<Step> Else) : Step;

    internal sealed record ForEach(string Variable, RowQuery RowQuery, EquatableArray<Step> Do) : Step;

    /// <summary>Assigns new values to fields of a row; all are computed from the old values.</summary>
    internal sealed record Set(RowTarget Target, EquatableArray<Assignment> Assignments, int? WrotePoint) : Step;

    /// <summary>States that fields of a row stay unchanged. It has an effect only on a trace.</summary>
    internal sealed record Keep(RowTarget Target, EquatableArray<Member> Fields, int? KeptPoint) : Step;

    /// <summary>Moves a field along its lifecycle, or rejects the request. Without a rejection, earlier steps ensure that the move is allowed.</summary>
    internal sealed record Transition(
        RowTarget Target,
        Member Field,
        string Lifecycle,
        Expr To,
        string By,
        int? WrotePoint,
        Ending.Refusal? Otherwise) : Step
    {
        /// <summary>The value that is stored instead of the requested one; set only in steps with mutants.</summary>
        public Expr? Stored { get; init; }
    }

    internal sealed record Create(string Variable, string Collection, EquatableArray<Assignment> Values, int? CreatedPoint) : Step;

    internal sealed record Remove(RowTarget Target, int? RemovedPoint) : Step;

    /// <summary>Writes changed rows back to the state, so that later queries see them.</summary>
    internal sealed record Flush(EquatableArray<RowTarget> Targets) : Step;

    internal sealed record Return(Ending.Answer Answer) : Step;
}

/// <summary>A row variable, or the partition (then the collection is null).</summary>
internal sealed record RowTarget(string Variable, string? Collection);

internal sealed record Assignment(Member Field, Expr Value);

/// <summary>A query of rows: those of an access path with values for its equality fields, without those that the residual condition excludes.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Path">The number of the access path within the collection.</param>
/// <param name="Row">The name of the row in the residual condition.</param>
/// <param name="Arguments">The values of the equality fields.</param>
/// <param name="Residual">The part of the condition that no index answers; null if there is none.</param>
internal sealed record RowQuery(string Collection, int Path, string Row, EquatableArray<Expr> Arguments, Expr? Residual)
{
    /// <summary>The same query as a full scan, so that every part of it is explicit; set only in steps with mutants.</summary>
    public Scan? Scan { get; init; }
}

/// <summary>A condition and an order over all rows of a collection.</summary>
internal sealed record Scan(Expr? Where, EquatableArray<OrderKey> Order);

/// <summary>How an operation ends: with a response or a rejection.</summary>
internal abstract record Ending
{
    internal sealed record Refusal(string Error, string? Clause, EquatableArray<BuiltMember> Data, int Point) : Ending
    {
        /// <summary>The mutant that rejects too late, when the state has already changed; set only in steps with mutants.</summary>
        public int? LateMutant { get; init; }
    }

    internal sealed record Answer(string? Structure, EquatableArray<BuiltMember> Members, int? Point) : Ending;
}

internal sealed record BuiltMember(Member Member, Built Value);

/// <summary>How a member of a response, or of an error's data, is computed.</summary>
internal abstract record Built
{
    /// <summary>The value of an expression; on demand an empty list or map becomes absent.</summary>
    internal sealed record Value(Expr Expression, bool EmptyIsAbsent) : Built;

    internal sealed record Structure(string Shape, EquatableArray<BuiltMember> Members) : Built;

    /// <summary>A list with a structure for each row of a variable.</summary>
    internal sealed record Each(string Shape, string Variable, string Row, EquatableArray<BuiltMember> Members) : Built;

    internal sealed record EmptyList(string Shape) : Built;

    /// <summary>Absent unless a condition holds.</summary>
    internal sealed record Conditional(Expr Condition, Built Then, int? PresentPoint, int? LeftOutPoint) : Built;
}
