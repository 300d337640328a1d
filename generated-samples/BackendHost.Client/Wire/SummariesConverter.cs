using System.Text.Json;
using System.Text.Json.Serialization;

namespace IotJobs.Remote.Wire;

/// <summary>A list of executions as an array.</summary>
internal sealed class SummariesConverter : JsonConverter<ValueList<JobExecutionSummary>>
{
    public override ValueList<JobExecutionSummary> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize(ref reader, JobsWire.Default.JobExecutionSummaryArray)!);

    public override void Write(Utf8JsonWriter writer, ValueList<JobExecutionSummary> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), JobsWire.Default.JobExecutionSummaryArray);
}
