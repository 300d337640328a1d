using Microsoft.Data.Sqlite;

namespace IotJobs.Sqlite;

/// <summary>A row of the table, and what answers show of it.</summary>
internal sealed record ExecutionRow(
    long ExecutionNumber,
    string ThingName,
    string JobId,
    JobExecutionStatus Status,
    ValueMap<string>? StatusDetails,
    long QueuedAt,
    long? StartedAt,
    long LastUpdatedAt,
    long VersionNumber,
    string JobDocument)
{
    public bool IsPending => Status is JobExecutionStatus.Queued or JobExecutionStatus.InProgress;

    /// <summary>Reads the columns of <see cref="Schema.Columns"/>.</summary>
    public static ExecutionRow Read(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        reader.GetString(2),
        JobExecutionStatusNames.TryParse(reader.GetString(3), out var status)
            ? status
            : throw new InvalidDataException($"The table has the unknown status '{reader.GetString(3)}'."),
        ColumnText.ToDetails(reader.IsDBNull(4) ? null : reader.GetString(4)),
        reader.GetInt64(5),
        reader.IsDBNull(6) ? null : reader.GetInt64(6),
        reader.GetInt64(7),
        reader.GetInt64(8),
        ColumnText.ToDocument(reader.GetFieldValue<byte[]>(9)));

    public JobExecution ToExecution(bool includeJobDocument) => new()
    {
        JobId = JobId,
        ThingName = ThingName,
        Status = Status,
        StatusDetails = StatusDetails,
        QueuedAt = QueuedAt,
        StartedAt = StartedAt,
        LastUpdatedAt = LastUpdatedAt,
        VersionNumber = VersionNumber,
        ExecutionNumber = ExecutionNumber,
        JobDocument = includeJobDocument ? JobDocument : null,
    };

    public JobExecutionSummary ToSummary() => new()
    {
        JobId = JobId,
        QueuedAt = QueuedAt,
        StartedAt = StartedAt,
        LastUpdatedAt = LastUpdatedAt,
        VersionNumber = VersionNumber,
        ExecutionNumber = ExecutionNumber,
    };

    public JobExecutionState ToState() => new()
    {
        Status = Status,
        StatusDetails = StatusDetails,
        VersionNumber = VersionNumber,
    };
}
