using System.Text.Json.Serialization;

namespace JobsSpecGen.CompiledTests.Json;

/// <summary>A job execution as somebody would write it down for the serializer of .NET, which is what the emitted codecs are held against.</summary>
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
}

/// <summary>What a description answers.</summary>
public sealed record PlainDescription
{
    public PlainExecution? Execution { get; init; }
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

/// <summary>How the serializer of .NET is told about them, as its own generator makes it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PlainDescription))]
public sealed partial class PlainContext : JsonSerializerContext;
