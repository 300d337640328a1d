using System.Text.Json.Serialization;
using IotJobsData;

namespace JobsSpecGen.Benchmarks;

/// <summary>A job execution as somebody would write it down for the serializer of .NET.</summary>
public sealed record PlainExecution
{
    public required string JobId { get; init; }

    public required string ThingName { get; init; }

    public required PlainStatus Status { get; init; }

    public Dictionary<string, string>? StatusDetails { get; init; }

    public required long QueuedAt { get; init; }

    public long? StartedAt { get; init; }

    public required long LastUpdatedAt { get; init; }

    public required long VersionNumber { get; init; }

    public required long ExecutionNumber { get; init; }

    public string? JobDocument { get; init; }

    public static PlainExecution Of(JobExecution execution) => new()
    {
        JobId = execution.JobId,
        ThingName = execution.ThingName,
        Status = (PlainStatus)execution.Status,
        StatusDetails = execution.StatusDetails?.ToDictionary(),
        QueuedAt = execution.QueuedAt,
        StartedAt = execution.StartedAt,
        LastUpdatedAt = execution.LastUpdatedAt,
        VersionNumber = execution.VersionNumber,
        ExecutionNumber = execution.ExecutionNumber,
        JobDocument = execution.JobDocument,
    };
}

/// <summary>The statuses by their names on the wire.</summary>
public enum PlainStatus
{
    QUEUED,
    IN_PROGRESS,
    SUCCEEDED,
    FAILED,
    REJECTED,
    REMOVED,
    CANCELED,
}

/// <summary>The serializer of .NET as its generator makes it at its best: metadata to read, a fast path to write.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PlainExecution))]
public sealed partial class PlainContext : JsonSerializerContext;

/// <summary>The same with the status as a number, which spares the serializer the names; the codec writes names all the same.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlainExecution))]
public sealed partial class NumberedContext : JsonSerializerContext;
