using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Validation;

/// <summary>Emits the statements that check a value of a shape.</summary>
internal static class CheckText
{
    public static void WriteBody(CodeWriter writer, ShapeTypes types, Shape shape)
    {
        if (shape.Base is { } baseShape)
        {
            var also = Code.Join(" or ", shape.Also.Select(literal => (Code)CSharpLiteral.Of(literal)));
            var check = Code.Of($"{Validator(types, baseShape)}.Check(value, scope)");
            writer.Line(shape.Also.Count == 0 ? (CodeText)$"return {check};" : $"return value is {also} || {check};");
            return;
        }

        if (shape.Kind == ShapeKind.Structure && !shape.Members.Any(member => ShapeChecks.Has(types, member)))
        {
            writer.Line($"return true;");
            return;
        }

        writer.Line($"var valid = true;");
        WriteOwn(writer, types, shape);
        WriteParts(writer, types, shape);
        writer.Line($"return valid;");
    }

    private static void WriteOwn(CodeWriter writer, ShapeTypes types, Shape shape)
    {
        var size = shape.Kind == ShapeKind.Text ? Code.Of($"value.Length") : Code.Of($"value.Count");
        if (Outside(size, shape.MinLength > 0 ? shape.MinLength : null, shape.MaxLength) is { } badLength)
        {
            WriteBreach(writer, badLength, ConstraintText.Length(shape), size, shape.Clauses.Length);
        }

        if (Outside(Code.Of($"value"), shape.Minimum, shape.Maximum) is { } badRange)
        {
            WriteBreach(writer, badRange, ConstraintText.Range(shape), Code.Of($"value"), shape.Clauses.Range);
        }

        if (shape.Pattern is not null)
        {
            WriteBreach(writer, Code.Of($"!Matches(value)"), ConstraintText.Pattern(shape), Code.Of($"value"), shape.Clauses.Pattern);
        }

        if (shape.Kind == ShapeKind.Enumeration)
        {
            var undefined = Code.Of($"!global::{types.Namespace}.{Identifier.Of(shape.Name + "Names")}.IsDefined(value)");
            WriteBreach(writer, undefined, ConstraintText.Values(shape), Code.Of($"(long)value"), shape.Clauses.Values);
        }
    }

    private static Code? Outside(Code value, long? least, long? most) => (least, most) switch
    {
        (null, null) => null,
        (null, { } b) => Code.Of($"{value} > {CSharpLiteral.Of(b)}"),
        ({ } a, null) => Code.Of($"{value} < {CSharpLiteral.Of(a)}"),
        ({ } a, { } b) when a == b => Code.Of($"{value} != {CSharpLiteral.Of(a)}"),
        ({ } a, { } b) => Code.Of($"{value} < {CSharpLiteral.Of(a)} || {value} > {CSharpLiteral.Of(b)}"),
    };

    private static void WriteBreach(CodeWriter writer, Code condition, string? constraint, Code found, string? clause)
    {
        writer.Open($"if ({condition})");
        writer.Line($"scope?.Add({CSharpLiteral.Of(constraint)}, {found}, {CSharpLiteral.Of(clause)});");
        writer.Line($"valid = false;");
        writer.Close();
        writer.Line();
    }

    private static void WriteParts(CodeWriter writer, ShapeTypes types, Shape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                foreach (var member in shape.Members)
                {
                    var value = Code.Of($"value.{Identifier.Of(member.Identifier)}");
                    var scope = Code.Of($"scope?.Member({CSharpLiteral.Of(member.Name)})");
                    WritePart(writer, types, member.Shape, value, scope, member.Required, member.RequiredClause);
                }

                break;
            case ShapeKind.List when HasParts(types, shape):
                writer.Open($"for (var i = 0; i < value.Count; i++)");
                writer.Line($"var item = value[i];");
                WritePart(writer, types, shape.Element!, Code.Of($"item"), Code.Of($"scope?.Item(i)"), required: true, clause: null);
                writer.Close();
                writer.Line();
                break;
            case ShapeKind.Map when HasParts(types, shape):
                writer.Open($"foreach (var entry in value)");
                if (ShapeChecks.Has(types, types[shape.Key!]))
                {
                    writer.Line($"valid &= {Validator(types, shape.Key!)}.Check(entry.Key, scope?.Key(entry.Key));");
                }

                WritePart(writer, types, shape.Element!, Code.Of($"entry.Value"), Code.Of($"scope?.Entry(entry.Key)"), required: true, clause: null);
                writer.Close();
                writer.Line();
                break;
        }
    }

    private static bool HasParts(ShapeTypes types, Shape shape) =>
        ShapeChecks.Has(types, shape with { MinLength = null, MaxLength = null });

    private static void WritePart(CodeWriter writer, ShapeTypes types, string shapeName, Code value, Code scope, bool required, string? clause)
    {
        var shape = types[shapeName];
        var canBeNull = ShapeChecks.CanBeNull(shape);
        var missing = Code.Of($"global::{types.Namespace}.ConstraintScope.Missing({scope}, {CSharpLiteral.Of(clause)})");
        var inner = required || canBeNull ? value : Code.Of($"{value}.Value");
        var check = Code.Of($"{Validator(types, shapeName)}.Check({inner}, {scope})");
        switch (required, canBeNull, ShapeChecks.Has(types, shape))
        {
            case (true, true, true):
                writer.Line($"""
                    valid &= {value} is null
                        ? {missing}
                        : {check};
                    """);
                break;
            case (true, true, false):
                writer.Line($"valid &= {value} is not null || {missing};");
                break;
            case (true, false, true):
                writer.Line($"valid &= {check};");
                break;
            case (false, _, true):
                writer.Line($"valid &= {value} is null || {check};");
                break;
        }
    }

    private static Code Validator(ShapeTypes types, string shapeName) =>
        Code.Of($"global::{types.Namespace}.{Identifier.Of(shapeName + "Validator")}");
}
