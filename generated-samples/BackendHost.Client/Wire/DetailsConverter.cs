using System.Text.Json;
using System.Text.Json.Serialization;

namespace IotJobs.Remote.Wire;

/// <summary>Status details as names and values in turn, because a name, too, may be text that no JSON member name can be.</summary>
internal sealed class DetailsConverter : JsonConverter<ValueMap<string>>
{
    public override ValueMap<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var entries = new List<KeyValuePair<string, string>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var key = ExactTextConverter.Read(ref reader);
            reader.Read();
            entries.Add(new(key!, ExactTextConverter.Read(ref reader)!));
        }

        return new(entries);
    }

    public override void Write(Utf8JsonWriter writer, ValueMap<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var (key, text) in value)
        {
            ExactTextConverter.Write(writer, key);
            ExactTextConverter.Write(writer, text);
        }

        writer.WriteEndArray();
    }
}
