using System.Text.Json;
using System.Text.Json.Serialization;

namespace IotJobs.Remote.Wire;

/// <summary>A status by its name; what is no status at all, by its number, so that it is the service that refuses it.</summary>
internal sealed class StatusConverter : JsonConverter<JobExecutionStatus>
{
    public override JobExecutionStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? (JobExecutionStatus)reader.GetInt32()
        : JobExecutionStatusNames.TryParse(reader.GetString(), out var status) ? status
        : throw new JsonException("There is no such status.");

    public override void Write(Utf8JsonWriter writer, JobExecutionStatus value, JsonSerializerOptions options)
    {
        if (Enum.IsDefined(value))
        {
            writer.WriteStringValue(value.ToWireName());
        }
        else
        {
            writer.WriteNumberValue((int)value);
        }
    }
}
