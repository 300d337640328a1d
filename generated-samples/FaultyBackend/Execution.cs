namespace IotJobs.Faulty;

/// <summary>An execution as it is stored.</summary>
internal sealed class Execution
{
    public required string ThingName { get; init; }

    public required string JobId { get; init; }

    public required long Number { get; init; }

    public required string JobDocument { get; init; }

    public required long QueuedAt { get; set; }

    public required long LastUpdatedAt { get; set; }

    public required long Version { get; set; }

    public JobExecutionStatus Status { get; set; } = JobExecutionStatus.Queued;

    public ValueMap<string>? Details { get; set; }

    public long? StartedAt { get; set; }

    public bool IsPending => Status is JobExecutionStatus.Queued or JobExecutionStatus.InProgress;

    public bool IsSameAs(Execution other) => (ThingName, JobId, Number) == (other.ThingName, other.JobId, other.Number);

    public Execution Copy() => (Execution)MemberwiseClone();

    public JobExecution ToExecution(bool includeJobDocument) => new()
    {
        JobId = JobId,
        ThingName = ThingName,
        Status = Status,
        StatusDetails = Details,
        QueuedAt = QueuedAt,
        StartedAt = StartedAt,
        LastUpdatedAt = LastUpdatedAt,
        VersionNumber = Version,
        ExecutionNumber = Number,
        JobDocument = includeJobDocument ? JobDocument : null,
    };

    public JobExecutionSummary ToSummary() => new()
    {
        JobId = JobId,
        QueuedAt = QueuedAt,
        StartedAt = StartedAt,
        LastUpdatedAt = LastUpdatedAt,
        VersionNumber = Version,
        ExecutionNumber = Number,
    };

    public JobExecutionState ToState() => new() { Status = Status, StatusDetails = Details, VersionNumber = Version };
}
