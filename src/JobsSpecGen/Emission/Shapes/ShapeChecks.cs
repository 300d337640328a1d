using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Shapes;

/// <summary>Decides which shapes have a validator: those whose C# type has invalid values.</summary>
internal static class ShapeChecks
{
    public static bool Has(ShapeTypes types, Shape shape) => shape.Kind switch
    {
        ShapeKind.Structure or ShapeKind.Enumeration => true,
        ShapeKind.Text when shape.Base is { } baseShape => Has(types, types[baseShape]),
        ShapeKind.List or ShapeKind.Map => HasOwn(shape) || IsChecked(types, shape.Element!) || (shape.Key is { } key && Has(types, types[key])),
        _ => HasOwn(shape),
    };

    public static bool Has(ShapeTypes types, Member member) =>
        Has(types, types[member.Shape]) || (member.Required && CanBeNull(types[member.Shape]));

    public static bool CanBeNull(Shape shape) => shape.Kind is ShapeKind.Text or ShapeKind.List or ShapeKind.Map or ShapeKind.Structure;

    private static bool IsChecked(ShapeTypes types, string element) => CanBeNull(types[element]) || Has(types, types[element]);

    private static bool HasOwn(Shape shape) =>
        shape.MinLength is not null || shape.MaxLength is not null || shape.Pattern is not null || shape.Minimum is not null || shape.Maximum is not null;
}
