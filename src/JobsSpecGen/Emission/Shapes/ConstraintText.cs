using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Shapes;

/// <summary>Describes constraints, for violations and documentation.</summary>
internal static class ConstraintText
{
    public const string Required = "a value";

    public static string? Length(Shape shape) => Interval("length", shape.MinLength > 0 ? shape.MinLength : null, shape.MaxLength);

    public static string? Range(Shape shape) => Interval("value", shape.Minimum, shape.Maximum);

    public static string? Pattern(Shape shape) => shape.Pattern is { } pattern ? "pattern " + pattern.Text : null;

    public static string Values(Shape shape) => "one of " + string.Join(", ", shape.Values.Select(value => value.WireName));

    /// <summary>All constraints of a shape and of its elements, but not those of the members of a structure.</summary>
    public static string? All(ShapeTypes types, Shape shape)
    {
        var parts = new List<string>();
        if (shape.Base is { } baseShape)
        {
            parts.AddRange(new[] { All(types, types[baseShape]) }.OfType<string>());
            parts.Add("or " + string.Join(" or ", shape.Also.Select(also => "'" + also + "'")));
        }

        parts.AddRange(new[] { Length(shape), Pattern(shape), Range(shape) }.OfType<string>());
        if (shape.Key is { } key && All(types, types[key]) is { } ofKeys)
        {
            parts.Add("each name " + ofKeys);
        }

        if (shape.Element is { } element && All(types, types[element]) is { } ofElements)
        {
            parts.Add("each value " + ofElements);
        }

        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private static string? Interval(string what, long? least, long? most) => (least, most) switch
    {
        (null, null) => null,
        (null, { } b) => Invariant(what + " at most ", b),
        ({ } a, null) => Invariant(what + " at least ", a),
        ({ } a, { } b) when a == b => Invariant(what + " ", a),
        ({ } a, { } b) => Invariant(Invariant(what + " ", a) + " to ", b),
    };

    private static string Invariant(string text, long number) => text + number.ToString(CultureInfo.InvariantCulture);
}
