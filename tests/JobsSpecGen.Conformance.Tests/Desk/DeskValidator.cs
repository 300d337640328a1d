using System.Text.RegularExpressions;

namespace JobsSpecGen.Conformance.Tests.Desk;

/// <summary>Validates values against the shapes.</summary>
internal static class DeskValidator
{
    public static IEnumerable<ClauseInfo> Clauses() => DeskShapes.All.Values.SelectMany(ClauseIds)
        .Select(id => new ClauseInfo(id, ClauseLevel.Must, $"The constraint {id} holds.", "the desk", 1) { IsConstraint = true });

    public static IEnumerable<ConstraintViolation> Validate(string shapeName, SpecValue value, string path = "")
    {
        var shape = DeskShapes.All[shapeName];
        if (shape.Base is not null)
        {
            return value is SpecValue.Text also && shape.Also.Contains(also.Value) ? [] : Validate(shape.Base, value, path);
        }

        return Own(shape, value, path);
    }

    private static IEnumerable<ConstraintViolation> Own(ShapeInfo shape, SpecValue value, string path)
    {
        if (value is SpecValue.Text text)
        {
            if (shape.MinLength > text.Value.Length || shape.MaxLength < text.Value.Length)
            {
                yield return new(shape.Name + ".length", path, "length");
            }

            if (shape.Pattern is not null && !Regex.IsMatch(text.Value, $@"\A(?:{shape.Pattern})\z"))
            {
                yield return new(shape.Name + ".pattern", path, "pattern");
            }

            if (shape.Kind == ShapeKind.Enumeration && !shape.Values.Contains(text.Value))
            {
                yield return new(shape.Name + ".values", path, "values");
            }
        }

        if (value is SpecValue.Integer integer && (shape.Minimum > integer.Value || shape.Maximum < integer.Value))
        {
            yield return new(shape.Name + ".range", path, "range");
        }

        foreach (var violation in Parts(shape, value, path))
        {
            yield return violation;
        }
    }

    private static IEnumerable<ConstraintViolation> Parts(ShapeInfo shape, SpecValue value, string path) => (shape.Kind, value) switch
    {
        (ShapeKind.Structure, SpecValue.Record record) => shape.Members.SelectMany(m => record[m.Name].IsPresent
            ? Validate(m.Shape, record[m.Name], path.Length == 0 ? m.Name : path + "." + m.Name)
            : m.Required ? [new ConstraintViolation($"{shape.Name}.{m.Name}.required", path + m.Name, "required")] : []),
        (ShapeKind.Map, SpecValue.Record map) => map.Members.SelectMany(m =>
            Validate(shape.Key!, SpecValue.Of(m.Key), path).Concat(Validate(shape.Element!, m.Value, $"{path}['{m.Key}']"))),
        (ShapeKind.List, SpecValue.Sequence list) => list.Items.SelectMany((v, i) => Validate(shape.Element!, v, $"{path}[{i}]")),
        _ => [],
    };

    private static IEnumerable<string> ClauseIds(ShapeInfo shape)
    {
        if (shape.MinLength is not null || shape.MaxLength is not null)
        {
            yield return shape.Name + ".length";
        }

        if (shape.Pattern is not null)
        {
            yield return shape.Name + ".pattern";
        }

        if (shape.Values.Count > 0)
        {
            yield return shape.Name + ".values";
        }

        if (shape.Minimum is not null || shape.Maximum is not null)
        {
            yield return shape.Name + ".range";
        }

        foreach (var member in shape.Members.Where(m => m.Required))
        {
            yield return $"{shape.Name}.{member.Name}.required";
        }
    }
}
