using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>The names of the kinds of shapes, in specs and in messages.</summary>
internal static class ShapeKinds
{
    public static readonly string[] Names = ["string", "enum", "boolean", "long", "timestamp", "list", "map", "structure"];

    public static ShapeKind Parse(string name) => name switch
    {
        "enum" => ShapeKind.Enumeration,
        "boolean" => ShapeKind.Boolean,
        "long" => ShapeKind.Integer,
        "timestamp" => ShapeKind.Timestamp,
        "list" => ShapeKind.List,
        "map" => ShapeKind.Map,
        "structure" => ShapeKind.Structure,
        _ => ShapeKind.Text,
    };

    public static string Describe(ShapeKind kind) => kind switch
    {
        ShapeKind.Text => "a string",
        ShapeKind.Enumeration => "one of an enum's values",
        ShapeKind.Boolean => "true or false",
        ShapeKind.Integer => "a whole number",
        ShapeKind.Timestamp => "a timestamp",
        ShapeKind.List => "a list",
        ShapeKind.Map => "a map",
        _ => "a structure",
    };
}
