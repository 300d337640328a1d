using System.Globalization;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>Creates the clauses of constraints, so that tests and reports can name them: each gets an id and a sentence.</summary>
internal static class ConstraintClauseBinder
{
    public static Shape Bind(Shape shape, BindingContext context, YamlSpan span)
    {
        string? Add(bool exists, string kind, string says)
        {
            if (!exists)
            {
                return null;
            }

            var id = $"{shape.Name}.{kind}";
            context.AddClause(new ClauseModel(id, IsMust: true, says, shape.Source, IsConstraint: true), span);
            return id;
        }

        var hasLength = shape.MinLength is not null || shape.MaxLength is not null;
        var hasRange = shape.Minimum is not null || shape.Maximum is not null;
        var unit = shape.Kind == ShapeKind.Text ? "UTF-16 code units" : "entries";
        var clauses = new ConstraintClauses(
            Add(hasLength, "length", $"The length of {shape.Name} is {Describe(shape.MinLength, shape.MaxLength)} {unit}."),
            Add(shape.Pattern is not null, "pattern", $"All of {shape.Name} matches {shape.Pattern?.Text}."),
            Add(hasRange, "range", $"{shape.Name} is {Describe(shape.Minimum, shape.Maximum)}."),
            Add(shape.Kind == ShapeKind.Enumeration, "values", $"{shape.Name} is one of {string.Join(", ", shape.Values.Select(v => v.WireName))}."));
        return BindRequired(shape with { Clauses = clauses }, context, span);
    }

    private static Shape BindRequired(Shape shape, BindingContext context, YamlSpan span)
    {
        return shape with { Members = shape.Members.Select(WithClause).ToEquatableArray() };

        Member WithClause(Member member)
        {
            if (!member.Required)
            {
                return member;
            }

            var id = $"{shape.Name}.{member.Name}.required";
            context.AddClause(new ClauseModel(id, IsMust: true, $"{shape.Name} has the member {member.Name}.", shape.Source, IsConstraint: true), span);
            return member with { RequiredClause = id };
        }
    }

    private static string Describe(long? minimum, long? maximum)
    {
        static string Text(long? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
        return (minimum, maximum) switch
        {
            (null, _) => $"at most {Text(maximum)}",
            (_, null) => $"at least {Text(minimum)}",
            _ => $"{Text(minimum)} to {Text(maximum)}",
        };
    }
}
