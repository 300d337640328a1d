namespace JobsSpecGen.Model;

/// <summary>The unit of isolation, locking and storage.</summary>
/// <param name="Row">The name of the partition in expressions.</param>
/// <param name="Key">The member that names a partition.</param>
/// <param name="Fields">Fields of the partition itself.</param>
/// <param name="IsolationClause">The id of the clause that partitions do not affect each other.</param>
/// <param name="Guarantees">What holds beyond single calls.</param>
internal sealed record PartitionModel(string Row, Member Key, EquatableArray<PartitionField> Fields, string? IsolationClause, PartitionGuarantees Guarantees);

/// <summary>The ids of the clauses on what holds for several calls at once and across restarts; null where the spec does not promise it.</summary>
/// <param name="Atomic">Calls take effect one after the other, each between its request and its answer.</param>
/// <param name="Fresh">An answer shows all that was acknowledged before it was asked for.</param>
/// <param name="Durable">What was acknowledged survives a crash.</param>
internal sealed record PartitionGuarantees(string? Atomic, string? Fresh, string? Durable)
{
    public static PartitionGuarantees None { get; } = new(null, null, null);
}

internal sealed record PartitionField(Member Member, LiteralValue Initial);

/// <summary>A collection of rows in the state of a partition.</summary>
internal sealed record CollectionModel(
    string Name,
    string Identifier,
    string Row,
    string RowIdentifier,
    string Says,
    EquatableArray<string> Key,
    EquatableArray<Member> Fields,
    EquatableArray<AccessPath> AccessPaths);

/// <summary>
/// A way in which some step or aggregate reads a collection: the rows with given values in some fields, that pass a filter
/// on the row alone, in an order that depends on the row alone. Each is an index of the reference and could be one of a database.
/// </summary>
internal sealed record AccessPath(
    int Number,
    string Collection,
    EquatableArray<string> EqualFields,
    Expr? Filter,
    EquatableArray<OrderKey> Order)
{
    /// <summary>The name of the row in the filter and the order, so that the same path under other names is the same.</summary>
    public const string Row = "row";
}

internal sealed record OrderKey(Expr Key, bool Descending);

/// <summary>A field whose values move along a table.</summary>
internal sealed record LifecycleModel(
    string Name,
    string Identifier,
    string Collection,
    string Field,
    string Shape,
    string Initial,
    EquatableArray<StatusGroup> Groups,
    EquatableArray<StatusTransition> Transitions);

internal sealed record StatusGroup(string Name, EquatableArray<string> Values);

internal sealed record StatusTransition(string From, string To, string By);
