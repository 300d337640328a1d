using System.Text.Json.Serialization;

namespace IotJobs.Remote.Wire;

/// <summary>
/// What goes between client and host: the request and answer records of the generated code as JSON. Absent members are written as
/// null, so that even a request that lacks what it must have reaches the service, which refuses it.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(ExactTextConverter), typeof(DetailsConverter), typeof(SummariesConverter), typeof(StatusConverter)])]
[JsonSerializable(typeof(StartNextPendingJobExecutionRequest))]
[JsonSerializable(typeof(StartNextPendingJobExecutionResponse))]
[JsonSerializable(typeof(GetPendingJobExecutionsRequest))]
[JsonSerializable(typeof(GetPendingJobExecutionsResponse))]
[JsonSerializable(typeof(UpdateJobExecutionRequest))]
[JsonSerializable(typeof(UpdateJobExecutionResponse))]
[JsonSerializable(typeof(DescribeJobExecutionRequest))]
[JsonSerializable(typeof(DescribeJobExecutionResponse))]
[JsonSerializable(typeof(CreateJobExecutionRequest))]
[JsonSerializable(typeof(CancelJobExecutionRequest))]
[JsonSerializable(typeof(RemoveJobExecutionRequest))]
[JsonSerializable(typeof(DeleteJobExecutionRequest))]
[JsonSerializable(typeof(JobExecutionSummary[]))]
[JsonSerializable(typeof(WireDone))]
[JsonSerializable(typeof(WireError))]
public sealed partial class JobsWire : JsonSerializerContext;

/// <summary>The answer to what has no answer but that it was done.</summary>
public sealed record WireDone;
