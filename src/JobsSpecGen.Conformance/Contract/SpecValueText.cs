using System.Text.Json;

namespace JobsSpecGen.Conformance.Contract;

/// <summary>What the kinds of <see cref="SpecValue"/> share when they are printed and hashed.</summary>
internal static class SpecValueText
{
    private const int Longest = 80;

    /// <summary>A string as a reader can tell it from others: quoted, escaped, and shortened where it is very long.</summary>
    public static string Quote(string value) =>
        value.Length <= Longest
            ? Escape(value)
            : $"{Escape(value[..40])}…({value.Length} characters)";

    public static int Hash<T>(IEnumerable<T> items)
    {
        var hash = new HashCode();
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    private static string Escape(string value) =>
        "'" + JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString().Replace("\\\"", "\"", StringComparison.Ordinal) + "'";
}
