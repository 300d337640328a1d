using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.Emission.Writing;

/// <summary>A C# literal.</summary>
internal readonly struct CSharpLiteral
{
    private readonly string _text;

    private CSharpLiteral(string text) => _text = text;

    public static CSharpLiteral Of(string? value) => new(value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true));

    public static CSharpLiteral Of(bool value) => new(value ? "true" : "false");

    public static CSharpLiteral Of(long value) =>
        new(value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture) + (value is > int.MaxValue or < int.MinValue ? "L" : string.Empty));

    public static CSharpLiteral Of(long? value) => value is { } v ? Of(v) : Of((string?)null);

    /// <summary>A code point as a hexadecimal number: <c>0x1F600</c>.</summary>
    public static CSharpLiteral OfCodePoint(int value) => new("0x" + value.ToString("X4", CultureInfo.InvariantCulture));

    /// <summary>ASCII-only JSON as a raw string, line by line. Such JSON never contains three quotes in a row.</summary>
    public static CSharpLiteral OfJson(string json)
    {
        foreach (var c in json)
        {
            if (c is not ('\n' or (>= ' ' and <= '~')))
            {
                throw new System.ArgumentException("Not JSON of ASCII alone.", nameof(json));
            }
        }

        return json.Contains("\"\"\"")
            ? throw new System.ArgumentException("Not JSON: three quotes follow each other.", nameof(json))
            : new("\"\"\"\n" + json + "\n\"\"\"");
    }

    public override string ToString() => _text;
}
