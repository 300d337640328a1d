using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits a shape as data for the engine.</summary>
internal static class ShapeInfoText
{
    public static Code Of(Shape shape, Code line)
    {
        var settings = Settings(shape).ToArray();
        var start = Code.Of($"new({CSharpLiteral.Of(shape.Name)}, {Engine.Namespace}.ShapeKind.{Identifier.Of(shape.Kind.ToString())}, {line})");
        return settings.Length == 0 ? start : Code.Of($"{start} {{ {Code.Join(", ", settings)} }}");
    }

    /// <summary>Emits the data of an error as a structure with the error's name. Its line is 0, because the clauses that respond with it have lines.</summary>
    public static Code Of(ErrorModel error) =>
        Of(new Shape(error.Name, ShapeKind.Structure, error.Says, error.Source) { Members = error.Members }, Code.Of($"0"));

    public static Code Of(Member member, Code line)
    {
        var settings = new List<Code>();
        if (member.Default is { } value)
        {
            settings.Add(Code.Of($"Default = {Engine.Of(value)}"));
        }

        if (member.RequiredClause is { } clause)
        {
            settings.Add(Code.Of($"RequiredClause = {CSharpLiteral.Of(clause)}"));
        }

        var start = Code.Of($"new({CSharpLiteral.Of(member.Name)}, {CSharpLiteral.Of(member.Shape)}, {CSharpLiteral.Of(member.Required)}, {line})");
        return settings.Count == 0 ? start : Code.Of($"{start} {{ {Code.Join(", ", settings)} }}");
    }

    private static IEnumerable<Code> Settings(Shape shape)
    {
        if (shape.MinLength is { } minLength)
        {
            yield return Code.Of($"MinLength = {minLength}");
        }

        if (shape.MaxLength is { } maxLength)
        {
            yield return Code.Of($"MaxLength = {maxLength}");
        }

        if (shape.Minimum is { } minimum)
        {
            yield return Code.Of($"Minimum = {CSharpLiteral.Of(minimum)}");
        }

        if (shape.Maximum is { } maximum)
        {
            yield return Code.Of($"Maximum = {CSharpLiteral.Of(maximum)}");
        }

        if (shape.Pattern is { } pattern)
        {
            yield return Code.Of($"Pattern = {CSharpLiteral.Of(pattern.Text)}");
        }

        if (shape.Values.Count > 0)
        {
            yield return Code.Of($"Values = {Engine.Texts(shape.Values.Select(value => value.WireName))}");
        }

        foreach (var (name, value) in new[] { ("Element", shape.Element), ("Key", shape.Key), ("Base", shape.Base), ("Within", shape.Within) })
        {
            if (value is not null)
            {
                yield return Code.Of($"{Identifier.Of(name)} = {CSharpLiteral.Of(value)}");
            }
        }

        foreach (var (name, value) in new[] { ("Fresh", shape.Fresh), ("ServerChosen", shape.ServerChosen), ("EmptyIsAbsent", shape.EmptyIsAbsent) })
        {
            if (value)
            {
                yield return Code.Of($"{Identifier.Of(name)} = true");
            }
        }

        if (shape.Also.Count > 0)
        {
            yield return Code.Of($"Also = {Engine.Texts(shape.Also)}");
        }

        if (shape.Members.Count > 0)
        {
            yield return Code.Of($"Members = [{Code.Join(", ", shape.Members.Select(member => Of(member, Code.Of($"0"))))}]");
        }

        if (shape.Examples.Count > 0)
        {
            yield return Code.Of($"Examples = [{Code.Join(", ", shape.Examples.Select(Engine.Of))}]");
        }
    }
}
