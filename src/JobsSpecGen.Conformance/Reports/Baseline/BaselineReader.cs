using System.Text;
using System.Text.Json;

namespace JobsSpecGen.Conformance.Reports.Baseline;

/// <summary>Reads a baseline that a person may have edited, and tells mistakes with their lines.</summary>
internal static class BaselineReader
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    private const string Fix = $"Correct it, or take the file away and write it anew with {ConformanceOptions.UpdateBaselineVariable}=1.";

    /// <exception cref="FormatException">The message names file, line and fix.</exception>
    public static BaselineDocument Read(string json, string file, bool mayLackReasons)
    {
        BaselineDocument document;
        try
        {
            document = BaselineJson.Read(json) ?? throw new FormatException($"{file}(1): this is no baseline: null. {Fix}");
        }
        catch (JsonException mistake)
        {
            var what = mistake.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
            throw new FormatException($"{file}({mistake.LineNumber + 1}): this is no baseline: {what} {(mistake.Path is { Length: > 1 } path ? $"(at {path}) " : "")}{Fix}", mistake);
        }

        if (document.FormatVersion != Version)
        {
            throw new FormatException($"{file}({LineOf(json, "formatVersion", 0)}): the baseline has the format {document.FormatVersion}, and this suite reads {Version}. {Fix}");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < document.Failures.Count; i++)
        {
            var failure = document.Failures[i];
            if (!seen.Add(failure.Clause))
            {
                throw new FormatException($"{file}({LineOf(json, "failures", i)}): '{failure.Clause}' is listed twice. Remove one.");
            }

            if (!mayLackReasons && string.IsNullOrWhiteSpace(failure.Reason))
            {
                throw new FormatException($"{file}({LineOf(json, "failures", i)}): the failure of '{failure.Clause}' has no reason. Say in \"reason\" why it is accepted, for those who read the report.");
            }
        }

        for (var i = 0; i < document.NotVerified.Count; i++)
        {
            if (!seen.Add(document.NotVerified[i].Clause))
            {
                throw new FormatException($"{file}({LineOf(json, "notVerified", i)}): '{document.NotVerified[i].Clause}' is listed twice. Remove one.");
            }
        }

        return document;
    }

    /// <summary>The line, from 1, on which a member of the root begins, or one of the elements that it lists.</summary>
    private static int LineOf(string json, string member, int element)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var isInside = false;
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
            {
                isInside = reader.ValueTextEquals(member);
            }
            else if (isInside && (reader is { CurrentDepth: 1, TokenType: JsonTokenType.Number } || (reader is { CurrentDepth: 2, TokenType: JsonTokenType.StartObject } && element-- == 0)))
            {
                return bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
            }
        }

        return 1;
    }
}
