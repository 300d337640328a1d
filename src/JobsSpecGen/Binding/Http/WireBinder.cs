using System.Collections.Generic;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Http;

/// <summary>Binds the rules of the wire format, which apply to the requests and responses of all operations.</summary>
internal static class WireBinder
{
    /// <summary>The rules by their names in the engine; a spec writes them in camel case.</summary>
    public static IReadOnlyList<string> Rules { get; } =
    [
        "MalformedBody", "WrongTypes", "Numbers", "DuplicateMembers", "UnknownMembers", "ContentType", "EmptyBody", "PathEncoding", "UnknownQuery", "RepeatedQuery",
        "OversizeBody", "WrongMethod", "TrailingSlash", "ErrorType", "ErrorStatus", "AnswerMembers", "AnswerNumbers", "AnswerContentType",
    ];

    public static IEnumerable<WireClause> Bind(YamlNode? node, BindingContext context)
    {
        var clauses = new List<WireClause>();
        if (node is null || MappingReader.Of(node, "'wire'", context.Findings) is not { } reader)
        {
            return clauses;
        }

        foreach (var rule in Rules)
        {
            var key = char.ToLowerInvariant(rule[0]) + rule.Substring(1);
            if (MappingReader.Of(reader.Optional(key), $"'{key}'", context.Findings) is not { } entry)
            {
                continue;
            }

            if (ClauseReader.Read(entry, context, requiredFor: $"The rule '{key}'") is { } clause)
            {
                clauses.Add(new WireClause(rule, clause));
            }

            entry.RejectOthers();
        }

        reader.RejectOthers();
        return clauses;
    }
}
