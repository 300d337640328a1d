using System.Globalization;
using System.Text.Json;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>
/// Reads JSON by its shape, as leniently as sense can be made of it, so that a mistake on the wire is reported as that and does
/// not hide what the service does. What it had to overlook becomes findings.
/// </summary>
internal sealed class AnswerReader(SpecInfo spec, string subject, List<WireFinding> findings)
{
    /// <param name="shape">The shape.</param>
    /// <param name="json">The value.</param>
    /// <param name="path">Where it stands, for messages.</param>
    /// <param name="isOpen">Whether members may be there that the shape does not have.</param>
    /// <exception cref="FormatException">No sense can be made of it.</exception>
    public SpecValue Read(string shape, JsonElement json, string path, bool isOpen = false)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return SpecValue.Absent;
        }

        var info = spec.Shapes[shape];
        return (info.Kind, json.ValueKind) switch
        {
            (ShapeKind.Text or ShapeKind.Enumeration, JsonValueKind.String) => SpecValue.Of(json.GetString()),
            (ShapeKind.Boolean, JsonValueKind.True or JsonValueKind.False) => SpecValue.Of(json.GetBoolean()),
            (ShapeKind.Integer or ShapeKind.Timestamp, JsonValueKind.Number or JsonValueKind.String) => Integer(json, path),
            (ShapeKind.List, JsonValueKind.Array) => new SpecValue.Sequence(
                [.. json.EnumerateArray().Select((item, i) => Read(info.Element!, item, $"{path}[{i}]"))]),
            (ShapeKind.Map, JsonValueKind.Object) => new SpecValue.Record(
                Last(json).Select(p => KeyValuePair.Create(p.Name, Read(info.Element!, p.Value, $"{path}.{p.Name}")))),
            (ShapeKind.Structure, JsonValueKind.Object) => Structure(info, json, path, isOpen),
            _ => throw new FormatException($"{(path.Length == 0 ? "the answer" : path)} is {Kind(json)} where {Kind(info)} belongs"),
        };
    }

    private SpecValue.Record Structure(ShapeInfo info, JsonElement json, string path, bool isOpen)
    {
        var members = new List<KeyValuePair<string, SpecValue>>();
        foreach (var property in Last(json))
        {
            var place = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (info.Members.FirstOrDefault(m => m.Name == property.Name) is { } member)
            {
                members.Add(new(property.Name, Read(member.Shape, property.Value, place)));
            }
            else if (!isOpen)
            {
                findings.Add(new(WireRule.AnswerMembers, subject, "only members that the spec has", $"{place}: {Short(property.Value)}"));
            }
        }

        return new(members);
    }

    private SpecValue Integer(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number))
        {
            return SpecValue.Of(number);
        }

        findings.Add(new(WireRule.AnswerNumbers, subject, "a JSON integer of 64 bits", $"{path}: {Short(json)}"));
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == Math.Floor(value) && value is >= long.MinValue and <= long.MaxValue
            ? SpecValue.Of((long)value)
            : throw new FormatException($"{path} is {Short(json)} where a whole number belongs");
    }

    /// <summary>Of a name that comes twice the last counts, for clients take that.</summary>
    private static IEnumerable<JsonProperty> Last(JsonElement json) => json.EnumerateObject().Reverse().DistinctBy(p => p.Name).Reverse();

    private static string Kind(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "a JSON object",
        JsonValueKind.Array => "a JSON array",
        _ => Short(json),
    };

    private static string Kind(ShapeInfo info) => info.Kind switch
    {
        ShapeKind.Text or ShapeKind.Enumeration => "a JSON string",
        ShapeKind.Boolean => "true or false",
        ShapeKind.List => "a JSON array",
        ShapeKind.Map or ShapeKind.Structure => "a JSON object",
        _ => "a JSON number",
    };

    private static string Short(JsonElement json) => json.GetRawText() is { Length: > 80 } text ? text[..80] + "…" : json.GetRawText();
}
