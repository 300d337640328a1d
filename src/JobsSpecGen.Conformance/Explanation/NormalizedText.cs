using System.Text.RegularExpressions;

namespace JobsSpecGen.Conformance.Explanation;

/// <summary>Normalizes a reason for comparison between runs: times, and numbers and identifiers that the backend chose, become <c>~</c>.</summary>
internal static partial class NormalizedText
{
    private const int MaxLength = 300;

    public static string Of(string reason)
    {
        var line = Varying().Replace(Space().Replace(reason, " ").Trim(), "~");
        return line.Length <= MaxLength ? line : line[..MaxLength] + "…";
    }

    // Nine digits or more are taken for a time: in seconds since 1970 every time after 1973 has them. Counters of a test are smaller.
    [GeneratedRegex(@"\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b|\b\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)?|\b\d{9,}\b")]
    private static partial Regex Varying();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
