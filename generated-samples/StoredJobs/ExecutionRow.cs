using System.Data.Common;

namespace IotJobs.Stored;

/// <summary>A row of the table, and what answers show of it.</summary>
public sealed record ExecutionRow(
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
    /// <summary>The columns in the order in which <see cref="Read"/> takes them.</summary>
    internal const string Columns =
        "execution_number, thing_name, job_id, status, status_details, queued_at, started_at, last_updated_at, version_number, job_document";

    /// <summary>Whether the thing has not finished it.</summary>
    public bool IsPending => Status is JobExecutionStatus.Queued or JobExecutionStatus.InProgress;

    /// <summary>Reads the columns of <see cref="Columns"/>.</summary>
    internal static ExecutionRow Read(DbDataReader reader) => new(
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

    /// <summary>The row as describing and starting answer it.</summary>
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

    /// <summary>The row as lists show it.</summary>
    public JobExecutionSummary ToSummary() => new()
    {
        JobId = JobId,
        QueuedAt = QueuedAt,
        StartedAt = StartedAt,
        LastUpdatedAt = LastUpdatedAt,
        VersionNumber = VersionNumber,
        ExecutionNumber = ExecutionNumber,
    };

    /// <summary>The row as updates and refusals show it.</summary>
    public JobExecutionState ToState() => new()
    {
        Status = Status,
        StatusDetails = StatusDetails,
        VersionNumber = VersionNumber,
    };
}
