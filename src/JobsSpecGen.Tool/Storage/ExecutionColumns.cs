using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using IotJobsData;
using Microsoft.Data.Sqlite;

namespace JobsSpecGen.Tool.Storage;

/// <summary>Maps a row of the step function's state to columns.</summary>
internal static partial class ExecutionColumns
{
    /// <summary>The columns in the order that <see cref="Read"/> expects.</summary>
    public const string All =
        "sequence, job_id, execution_number, status, status_details, queued_at, started_at, last_updated_at, version_number, job_document";

    public static ExecutionRow Read(SqliteDataReader reader) => new()
    {
        Sequence = reader.GetInt64(0),
        JobId = reader.GetString(1),
        ExecutionNumber = reader.GetInt64(2),
        Status = JobExecutionStatusNames.TryParse(reader.GetString(3), out var status)
            ? status
            : throw new InvalidDataException($"The file has the unknown status '{reader.GetString(3)}'."),
        StatusDetails = reader.IsDBNull(4) ? null : new(JsonSerializer.Deserialize(reader.GetString(4), Details.Default.DictionaryStringString)!),
        QueuedAt = reader.GetInt64(5),
        StartedAt = reader.IsDBNull(6) ? null : reader.GetInt64(6),
        LastUpdatedAt = reader.GetInt64(7),
        VersionNumber = reader.GetInt64(8),
        JobDocument = new(MemoryMarshal.Cast<byte, char>(reader.GetFieldValue<byte[]>(9))),
    };

    /// <summary>The values of all columns except the sequence, by parameter name.</summary>
    public static IEnumerable<(string Name, object? Value)> Write(ExecutionRow row) =>
    [
        ("@job", row.JobId),
        ("@number", row.ExecutionNumber),
        ("@status", row.Status.ToWireName()),
        ("@details", row.StatusDetails is { } details ? JsonSerializer.Serialize(details.ToDictionary(), Details.Default.DictionaryStringString) : null),
        ("@queued", row.QueuedAt),
        ("@started", row.StartedAt),
        ("@updated", row.LastUpdatedAt),
        ("@version", row.VersionNumber),
        ("@document", MemoryMarshal.AsBytes(row.JobDocument.AsSpan()).ToArray()),
    ];

    [JsonSerializable(typeof(Dictionary<string, string>))]
    private sealed partial class Details : JsonSerializerContext;
}
