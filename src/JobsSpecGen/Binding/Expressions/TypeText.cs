using JobsSpecGen.Binding.Shapes;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Expressions;

/// <summary>The names of types in messages, and the compatibility of types.</summary>
internal static class TypeText
{
    public static string Of(ExprType type) => type.Kind switch
    {
        null => "null",
        ShapeKind.Enumeration => $"a value of '{type.Shape}'",
        ShapeKind.List or ShapeKind.Map or ShapeKind.Structure => $"{ShapeKinds.Describe(type.Kind.Value)} ('{type.Shape}')",
        { } kind => ShapeKinds.Describe(kind),
    };

    /// <summary>Whether values of two types can be compared or assigned, regardless of nullability.</summary>
    public static bool Fit(ExprType left, ExprType right) =>
        left.Kind is null
        || right.Kind is null
        || (left.IsNumber && right.IsNumber)
        || (left.Kind == right.Kind && (left.Kind is ShapeKind.Text or ShapeKind.Boolean || left.Shape == right.Shape));

    public static ExprType Of(Shape shape, bool nullable) =>
        new(shape.Kind, shape.Kind is ShapeKind.Enumeration or ShapeKind.List or ShapeKind.Map or ShapeKind.Structure ? shape.Name : null, nullable);
}
