using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IotJobs.Remote.Wire;

/// <summary>
/// Text that arrives as it was sent. JSON in UTF-8 cannot carry a lone surrogate, but a .NET string, and so a job document, can
/// hold one: such a text goes as an array with the base64 of its UTF-16.
/// </summary>
internal sealed class ExactTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => Write(writer, value);

    public static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return reader.GetString();
        }

        reader.Read();
        var units = reader.GetBytesFromBase64();
        reader.Read();
        return new(MemoryMarshal.Cast<byte, char>(units));
    }

    public static void Write(Utf8JsonWriter writer, string? value)
    {
        if (value is null || IsWellFormed(value))
        {
            writer.WriteStringValue(value);
            return;
        }

        writer.WriteStartArray();
        writer.WriteBase64StringValue(MemoryMarshal.AsBytes(value.AsSpan()));
        writer.WriteEndArray();
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
