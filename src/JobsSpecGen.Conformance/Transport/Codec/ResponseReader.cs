using System.Globalization;
using System.Text.Json;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>
/// Reads the JSON of a response as a value of a shape. Reading is lenient, so that a defect of the encoding is reported as such and
/// does not hide the behavior of the service. Each tolerated defect is added to the findings.
/// </summary>
internal sealed class ResponseReader(SpecInfo spec, string subject, List<WireFinding> findings)
{
    /// <param name="shape">The shape.</param>
    /// <param name="json">The JSON value.</param>
    /// <param name="path">The path to the value, for messages.</param>
    /// <param name="isOpen">True if members are allowed that the shape does not have.</param>
    /// <exception cref="FormatException">The JSON cannot be interpreted as a value of the shape.</exception>
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
                LastOfEachName(json).Select(p => KeyValuePair.Create(p.Name, Read(info.Element!, p.Value, $"{path}.{p.Name}")))),
            (ShapeKind.Structure, JsonValueKind.Object) => Structure(info, json, path, isOpen),
            _ => throw new FormatException($"{(path.Length == 0 ? "the response" : path)} is {Kind(json)}, expected {Kind(info)}"),
        };
    }

    private SpecValue.Record Structure(ShapeInfo info, JsonElement json, string path, bool isOpen)
    {
        var members = new List<KeyValuePair<string, SpecValue>>();
        foreach (var property in LastOfEachName(json))
        {
            var memberPath = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (info.Members.FirstOrDefault(m => m.Name == property.Name) is { } member)
            {
                members.Add(new(property.Name, Read(member.Shape, property.Value, memberPath)));
            }
            else if (!isOpen)
            {
                findings.Add(new(WireRule.AnswerMembers, subject, "only members that the spec has", $"{memberPath}: {Short(property.Value)}"));
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
            : throw new FormatException($"{path} is {Short(json)}, expected an integer");
    }

    /// <summary>The last property of each name, because clients use the last one of duplicate properties.</summary>
    private static IEnumerable<JsonProperty> LastOfEachName(JsonElement json) => json.EnumerateObject().Reverse().DistinctBy(p => p.Name).Reverse();

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
