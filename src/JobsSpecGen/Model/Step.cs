namespace JobsSpecGen.Model;

/// <summary>A step of an operation, with blocks put in place and every name resolved. Points are indexes into the model's list.</summary>
internal abstract record Step
{
    /// <summary>Binds the first row of a reading to a variable, or ends the operation.</summary>
    internal sealed record Select(
        string Variable,
        Reading Reading,
        int? FoundPoint,
        EquatableArray<int> ChosePoints,
        Ending Otherwise) : Step;

    /// <summary>Binds all rows of a reading to a variable.</summary>
    internal sealed record SelectAll(string Variable, Reading Reading, int? ListedPoint, EquatableArray<int> ChosePoints) : Step;

    /// <summary>Refuses unless the condition holds.</summary>
    /// <param name="Condition">What must hold.</param>
    /// <param name="Otherwise">The refusal.</param>
    /// <param name="IsRelied">Whether later steps rely on the condition for values to be there, so that they cannot run without it.</param>
    internal sealed record Require(Expr Condition, Ending.Refusal Otherwise, bool IsRelied) : Step;

    internal sealed record When(Expr Condition, EquatableArray<Step> Then, EquatableArray<Step> Else) : Step;

    internal sealed record ForEach(string Variable, Reading Reading, EquatableArray<Step> Do) : Step;

    /// <summary>Gives fields of a row new values, all computed from the old ones.</summary>
    internal sealed record Set(RowTarget Target, EquatableArray<Assignment> Assignments, int? WrotePoint) : Step;

    /// <summary>Says that fields of a row stay as they are; only a trace notices.</summary>
    internal sealed record Keep(RowTarget Target, EquatableArray<Member> Fields, int? KeptPoint) : Step;

    /// <summary>Moves a field along its lifecycle, or refuses. Without a refusal, the steps before make sure that the move is allowed.</summary>
    internal sealed record Transition(
        RowTarget Target,
        Member Field,
        string Lifecycle,
        Expr To,
        string By,
        int? WrotePoint,
        Ending.Refusal? Otherwise) : Step
    {
        /// <summary>What is stored, where that is not what was asked for; set only where mutants are woven in.</summary>
        public Expr? Stored { get; init; }
    }

    internal sealed record Create(string Variable, string Collection, EquatableArray<Assignment> Values, int? CreatedPoint) : Step;

    internal sealed record Remove(RowTarget Target, int? RemovedPoint) : Step;

    /// <summary>Writes rows that were changed back to the state, so that readings after it see them.</summary>
    internal sealed record Flush(EquatableArray<RowTarget> Targets) : Step;

    internal sealed record Return(Ending.Answer Answer) : Step;
}

/// <summary>A row variable, or the partition (then the collection is null).</summary>
internal sealed record RowTarget(string Variable, string? Collection);

internal sealed record Assignment(Member Field, Expr Value);

/// <summary>Rows to read: those of an access path with values for its equal fields, less what a residual condition leaves out.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Path">The number of the access path within the collection.</param>
/// <param name="Row">The name of the row in the residual condition.</param>
/// <param name="Arguments">Values for the equal fields.</param>
/// <param name="Residual">What cannot be indexed; null: nothing.</param>
internal sealed record Reading(string Collection, int Path, string Row, EquatableArray<Expr> Arguments, Expr? Residual)
{
    /// <summary>The same rows found by looking at all of them, with nothing hidden in an index; set only where mutants are woven in.</summary>
    public Scan? Scan { get; init; }
}

/// <summary>A condition and an order over all rows of a collection.</summary>
internal sealed record Scan(Expr? Where, EquatableArray<OrderKey> Order);

/// <summary>How an operation ends.</summary>
internal abstract record Ending
{
    internal sealed record Refusal(string Error, string? Clause, EquatableArray<BuiltMember> Data, int Point) : Ending
    {
        /// <summary>The mutant that refuses too late, when the state has changed already; set only where mutants are woven in.</summary>
        public int? LateMutant { get; init; }
    }

    internal sealed record Answer(string? Structure, EquatableArray<BuiltMember> Members, int? Point) : Ending;
}

internal sealed record BuiltMember(Member Member, Built Value);

/// <summary>How a member of an answer or of an error's data is made.</summary>
internal abstract record Built
{
    /// <summary>The value of an expression; an empty list or map becomes absent where asked.</summary>
    internal sealed record Value(Expr Expression, bool EmptyIsAbsent) : Built;

    internal sealed record Structure(string Shape, EquatableArray<BuiltMember> Members) : Built;

    /// <summary>A list with a structure for each row of a variable.</summary>
    internal sealed record Each(string Shape, string Variable, string Row, EquatableArray<BuiltMember> Members) : Built;

    internal sealed record EmptyList(string Shape) : Built;

    /// <summary>Absent unless a condition holds.</summary>
    internal sealed record Conditional(Expr Condition, Built Then, int? PresentPoint, int? LeftOutPoint) : Built;
}
