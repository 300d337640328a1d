using System.Globalization;
using System.Text.RegularExpressions;
using JobsSpecGen.Yaml;
using Newtonsoft.Json.Linq;

namespace JobsSpecGen.Tests.Schema;

/// <summary>YAML as JSON by the core schema of YAML 1.2 (10.3.2), which is how editors see a spec.</summary>
internal static partial class CoreJson
{
    public static JToken Of(YamlNode node) => node switch
    {
        YamlMapping mapping => new JObject(mapping.Entries.Select(entry => new JProperty(entry.Key.Value, Of(entry.Value)))),
        YamlSequence sequence => new JArray(sequence.Items.Select(Of)),
        YamlScalar { Style: YamlScalarStyle.Plain } plain => OfPlain(plain.Value),
        YamlScalar quoted => new JValue(quoted.Value),
        _ => throw new ArgumentException("Not a node that YAML has.", nameof(node)),
    };

    private static JValue OfPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => JValue.CreateNull(),
        "true" or "True" or "TRUE" => new JValue(true),
        "false" or "False" or "FALSE" => new JValue(false),
        _ when Decimal().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new JValue(number),
        _ when Octal().IsMatch(text) => new JValue(Convert.ToInt64(text[2..], 8)),
        _ when Hexadecimal().IsMatch(text) => new JValue(Convert.ToInt64(text[2..], 16)),
        _ when Float().IsMatch(text) => new JValue(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => new JValue(text),
    };

    [GeneratedRegex(@"\A[-+]?[0-9]+\z")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"\A0o[0-7]{1,21}\z")]
    private static partial Regex Octal();

    [GeneratedRegex(@"\A0x[0-9a-fA-F]{1,15}\z")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Float();
}
