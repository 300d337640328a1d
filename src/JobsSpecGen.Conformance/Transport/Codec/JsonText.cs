using System.Text.Encodings.Web;
using System.Text.Json;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>Writes values as UTF-8 encoded JSON.</summary>
internal static class JsonText
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(SpecValue value) => ToBytes(writer => Write(writer, value));

    public static byte[] ToBytes(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return buffer.ToArray();
    }

    public static void Write(Utf8JsonWriter writer, SpecValue value)
    {
        switch (value)
        {
            case SpecValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case SpecValue.Boolean flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case SpecValue.Integer number:
                writer.WriteNumberValue(number.Value);
                break;
            case SpecValue.Sequence list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case SpecValue.Record record:
                writer.WriteStartObject();
                foreach (var (name, member) in record.Members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
