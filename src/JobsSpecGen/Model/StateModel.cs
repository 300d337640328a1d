namespace JobsSpecGen.Model;

/// <summary>The unit of isolation, locking and storage.</summary>
/// <param name="Row">The name of the partition in expressions.</param>
/// <param name="Key">The member that names a partition.</param>
/// <param name="Fields">The fields of the partition itself.</param>
/// <param name="IsolationClause">The id of the clause that requires partitions to be isolated from each other.</param>
/// <param name="Guarantees">The guarantees across several calls.</param>
internal sealed record PartitionModel(string Row, Member Key, EquatableArray<PartitionField> Fields, string? IsolationClause, PartitionGuarantees Guarantees);

/// <summary>The ids of the clauses for concurrent calls and restarts; null where the spec makes no such promise.</summary>
/// <param name="Atomic">Calls are linearizable: each takes effect at one moment between its request and its response.</param>
/// <param name="Fresh">A response shows everything that was acknowledged before the request.</param>
/// <param name="Durable">Acknowledged changes survive a crash.</param>
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
/// An access path to a collection that a step or an aggregate uses: the rows with given values in some fields that pass a filter
/// on the row alone, in an order that depends on the row alone. The reference has an index for each; a database can have one too.
/// </summary>
internal sealed record AccessPath(
    int Number,
    string Collection,
    EquatableArray<string> EqualFields,
    Expr? Filter,
    EquatableArray<OrderKey> Order)
{
    /// <summary>The name of the row in the filter and in the order. It is fixed, so that equal paths are equal whatever name a step uses.</summary>
    public const string Row = "row";
}

internal sealed record OrderKey(Expr Key, bool Descending);

/// <summary>A field with its table of allowed transitions.</summary>
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
