using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits conversions of single values.</summary>
internal static class ConversionText
{
    /// <summary>Converts a member's C# value, which may be null, to the engine's.</summary>
    public static Code ToValue(Code value, Shape shape, ShapeTypes types, SpecModel spec) => shape.Kind switch
    {
        ShapeKind.List => Code.Of($"{Values(spec)}.OfList({value}, static item => {Item(shape, types, spec)})"),
        ShapeKind.Map => Code.Of($"{Values(spec)}.OfMap({value}, static item => {Item(shape, types, spec)})"),
        ShapeKind.Structure or ShapeKind.Enumeration => Code.Of($"{Values(spec)}.Of({value})"),
        _ => Code.Of($"{Engine.Value}.Of({value})"),
    };

    /// <summary>Converts the engine's value, which may be absent, to a member's C# value.</summary>
    public static Code FromValue(Code value, Member member, Shape shape, ShapeTypes types, SpecModel spec)
    {
        var present = FromPresent(value, shape, types, spec);
        if (!member.Required)
        {
            return Code.Of($"{value}.IsPresent ? {present} : null");
        }

        return shape.Kind is ShapeKind.Boolean or ShapeKind.Integer or ShapeKind.Timestamp or ShapeKind.Enumeration
            ? Code.Of($"{value}.IsPresent ? {present} : Missing<{types.TypeOf(shape.Name)}>({CSharpLiteral.Of(member.Name)})")
            : Code.Of($"{value}.IsPresent ? {present} : null!");
    }

    /// <summary>Converts the engine's value, which must be present.</summary>
    public static Code FromPresent(Code value, Shape shape, ShapeTypes types, SpecModel spec) => shape.Kind switch
    {
        ShapeKind.Text => Code.Of($"(({Engine.Value}.Text){value}).Value"),
        ShapeKind.Boolean => Code.Of($"(({Engine.Value}.Boolean){value}).Value"),
        ShapeKind.Integer or ShapeKind.Timestamp => Code.Of($"(({Engine.Value}.Integer){value}).Value"),
        ShapeKind.List => Code.Of($"new {types.TypeOf(shape.Name)}((({Engine.Value}.Sequence){value}).Items.Select(item => {FromPresent(Code.Of($"item"), types[shape.Element!], types, spec)}))"),
        ShapeKind.Map => Code.Of($"new {types.TypeOf(shape.Name)}((({Engine.Record}){value}).Members.Select(entry => global::System.Collections.Generic.KeyValuePair.Create(entry.Key, {FromPresent(Code.Of($"entry.Value"), types[shape.Element!], types, spec)})))"),
        _ => Code.Of($"{Values(spec)}.To{Identifier.Of(shape.Name)}({value})"),
    };

    private static Code Item(Shape shape, ShapeTypes types, SpecModel spec) => ToValue(Code.Of($"item"), types[shape.Element!], types, spec);

    private static Identifier Values(SpecModel spec) => Identifier.Of(spec.Service + "Values");
}
