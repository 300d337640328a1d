using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits the filters and orders of access paths, which are expressions over one row.</summary>
internal sealed class OrderText(ShapeTypes types)
{
    private readonly ExprText _expressions = new(types);

    private static readonly Identifier s_row = VariableNames.Of(AccessPath.Row);

    /// <summary>The condition of the equality fields and the filter, as a lambda body over <c>row</c>; null if every row matches.</summary>
    public Code? Condition(CollectionModel collection, AccessPath path)
    {
        var parts = path.EqualFields
            .Select(name => collection.Fields.First(field => field.Name == name))
            .Select(field => Code.Of($"{s_row}.{Identifier.Of(field.Identifier)} == {Parameter(field)}"))
            .Concat(path.Filter is null ? [] : [_expressions.Of(path.Filter)])
            .ToArray();
        return parts.Length == 0 ? null : Code.Join(" && ", parts);
    }

    public Code? Filter(AccessPath path) => path.Filter is null ? null : _expressions.Condition(path.Filter);

    /// <summary>The value that a sort key compares.</summary>
    public Code Key(OrderKey key) => _expressions.Condition(key.Key);

    /// <summary>The sort keys of an order as an array, for a trace.</summary>
    public Code Keys(AccessPath path) =>
        Code.Of($"static {s_row} => new object?[] {{ {Code.Join(", ", path.Order.Select(Key))} }}");

    public Code Directions(AccessPath path) =>
        Code.Of($"[{Code.Join(", ", path.Order.Select(key => (Code)CSharpLiteral.Of(key.Descending)))}]");

    /// <summary>The comparer of a sort key. Texts are compared ordinally.</summary>
    public static Code Comparer(OrderKey key, ShapeTypes types) => key.Key.Type.Kind switch
    {
        ShapeKind.Text => Code.Of($"global::System.StringComparer.Ordinal"),
        ShapeKind.Boolean => Code.Of($"global::System.Collections.Generic.Comparer<bool{Nullable(key)}>.Default"),
        _ => Code.Of($"global::System.Collections.Generic.Comparer<long{Nullable(key)}>.Default"),
    };

    public static Identifier Parameter(Member field) => Identifier.Of(char.ToLowerInvariant(field.Identifier[0]) + field.Identifier.Substring(1));

    /// <summary>The parameters of the method that queries an access path.</summary>
    public Code Parameters(CollectionModel collection, AccessPath path) =>
        Code.Join(", ", path.EqualFields
            .Select(name => collection.Fields.First(field => field.Name == name))
            .Select(field => Code.Of($"{types.TypeOf(field)} {Parameter(field)}")));

    private static Code Nullable(OrderKey key) => key.Key.Type.Nullable ? Code.Of($"?") : Code.Empty;
}
