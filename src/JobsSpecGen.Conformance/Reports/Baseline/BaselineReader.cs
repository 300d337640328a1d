using System.Text;
using System.Text.Json;

namespace JobsSpecGen.Conformance.Reports.Baseline;

/// <summary>Reads a baseline that a person may have edited. Errors are reported with their line.</summary>
internal static class BaselineReader
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    private const string Fix = $"Correct it, or delete the file and create it again by a run with {ConformanceOptions.UpdateBaselineVariable}=1.";

    /// <exception cref="FormatException">The file is invalid. The message has the file, the line and the fix.</exception>
    public static BaselineDocument Read(string json, string file, bool mayLackReasons)
    {
        BaselineDocument document;
        try
        {
            document = BaselineJson.Read(json) ?? throw new FormatException($"{file}(1): this is not a baseline: null. {Fix}");
        }
        catch (JsonException exception)
        {
            var problem = exception.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
            throw new FormatException($"{file}({exception.LineNumber + 1}): this is not a baseline: {problem} {(exception.Path is { Length: > 1 } path ? $"(at {path}) " : "")}{Fix}", exception);
        }

        if (document.FormatVersion != Version)
        {
            throw new FormatException($"{file}({LineOf(json, "formatVersion", 0)}): the baseline has format version {document.FormatVersion}, but this suite reads version {Version}. {Fix}");
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
                throw new FormatException($"{file}({LineOf(json, "failures", i)}): the failure of '{failure.Clause}' has no reason. Enter in \"reason\" why it is accepted.");
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

    /// <summary>Gets the line number of a member of the root object, or of an element if the member is an array.</summary>
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
