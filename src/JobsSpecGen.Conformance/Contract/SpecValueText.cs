using System.Text.Json;

namespace JobsSpecGen.Conformance.Contract;

/// <summary>Helpers of the kinds of <see cref="SpecValue"/> for printing and hashing.</summary>
internal static class SpecValueText
{
    private const int MaxLength = 80;

    /// <summary>Quotes and escapes a string so that a reader can identify it. A very long string is shortened.</summary>
    public static string Quote(string value) =>
        value.Length <= MaxLength
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
