using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Context;

/// <summary>Reads the keys of a clause: its id, its sentence, its source and its level.</summary>
internal static class ClauseReader
{
    /// <summary>Reads and adds a clause; returns its id, or null if there is none.</summary>
    /// <param name="reader">The mapping that may hold the keys.</param>
    /// <param name="context">The context that the clause is added to.</param>
    /// <param name="requiredFor">The subject that needs a clause, for the message; null if the clause is optional.</param>
    /// <param name="prefix">The prefix of the keys: <c>$</c> among the members of a structure.</param>
    public static string? Read(MappingReader reader, BindingContext context, string? requiredFor, string prefix = "")
    {
        var id = reader.OptionalScalar(prefix + "clause");
        var says = reader.OptionalScalar(prefix + "says");
        var source = reader.OptionalScalar(prefix + "source");
        var level = reader.Choice(prefix + "level", "must", "should");
        _ = reader.Optional(prefix + "facts");
        if (id is null)
        {
            if (requiredFor is not null)
            {
                context.Findings.Add(BehaviourRules.MissingClause, reader.Head, requiredFor);
            }

            return null;
        }

        if (!Names.IsClauseId(id.Value))
        {
            context.Findings.Add(ShapeRules.InvalidName, id.Span, id.Value, "a clause", "letters, digits, dots and hyphens");
            return null;
        }

        if (says is null || source is null)
        {
            context.Findings.Add(ShapeRules.MissingKey, id.Span, $"The clause '{id.Value}'", prefix + (says is null ? "says" : "source"));
        }

        context.AddClause(new ClauseModel(id.Value, level == "must", says?.Value ?? string.Empty, source?.Value ?? string.Empty, IsConstraint: false), id.Span);
        return id.Value;
    }
}
