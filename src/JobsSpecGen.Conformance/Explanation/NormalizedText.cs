using System.Text.RegularExpressions;

namespace JobsSpecGen.Conformance.Explanation;

/// <summary>A reason without what is another in every run: times, and numbers and identifiers that the backend chose.</summary>
internal static partial class NormalizedText
{
    private const int Longest = 300;

    public static string Of(string reason)
    {
        var line = Varying().Replace(Space().Replace(reason, " ").Trim(), "~");
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }

    // Nine digits are a time in seconds since 1973; nobody counts that far in a test.
    [GeneratedRegex(@"\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b|\b\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)?|\b\d{9,}\b")]
    private static partial Regex Varying();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
