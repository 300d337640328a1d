using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Json;

/// <summary>What is written is read again, by the codecs and by the serializer of .NET, and the other way round.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void An_execution_comes_back_as_it_was() => ExecutionGen.Execution.Sample(
        execution => Assert.Equal(execution.OnceSent(), JobsDataPlaneJson.DeserializeJobExecution(JobsDataPlaneJson.SerializeToUtf8Bytes(execution))),
        iter: 2_000);

    [Fact]
    public void The_serializer_reads_what_the_codec_writes() => ExecutionGen.Execution.Sample(
        execution =>
        {
            var plain = JsonSerializer.Deserialize(
                JobsDataPlaneJson.SerializeToUtf8Bytes(new DescribeJobExecutionResponse { Execution = execution }), PlainContext.Default.PlainDescription)!.Execution!;
            AssertSame(execution.OnceSent(), plain);
        },
        iter: 2_000);

    [Fact]
    public void The_codec_reads_what_the_serializer_writes() => Gen.Select(ExecutionGen.Execution, Gen.Bool, Gen.Bool).Sample(
        (execution, indented, relaxed) =>
        {
            var context = new PlainContext(new JsonSerializerOptions(PlainContext.Default.Options)
            {
                WriteIndented = indented,
                Encoder = relaxed ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : JavaScriptEncoder.Default,
            });
            var json = JsonSerializer.SerializeToUtf8Bytes(new PlainDescription { Execution = Plain(execution) }, context.PlainDescription);

            Assert.Equal(execution, JobsDataPlaneJson.DeserializeDescribeJobExecutionResponse(json).Execution);
        },
        iter: 2_000);

    [Fact]
    public void Both_write_the_same_bytes_with_the_same_encoder() => ExecutionGen.Execution.Sample(
        execution =>
        {
            var context = new PlainContext(new JsonSerializerOptions(PlainContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            Assert.Equal(
                JsonSerializer.SerializeToUtf8Bytes(Plain(execution.OnceSent()), context.PlainExecution),
                JobsDataPlaneJson.SerializeToUtf8Bytes(execution));
        },
        iter: 2_000);

    [Fact]
    public void Lists_come_back_in_their_order() => ExecutionGen.Number.Array[0, 40].Sample(
        numbers =>
        {
            var answer = new GetPendingJobExecutionsResponse
            {
                InProgressJobs = [],
                QueuedJobs = [.. numbers.Select(n => new JobExecutionSummary { JobId = "j", QueuedAt = n, LastUpdatedAt = n, VersionNumber = n, ExecutionNumber = n })],
            };
            Assert.Equal(answer, JobsDataPlaneJson.DeserializeGetPendingJobExecutionsResponse(JobsDataPlaneJson.SerializeToUtf8Bytes(answer)));
        },
        iter: 500);

    private static void AssertSame(JobExecution expected, PlainExecution actual)
    {
        var back = new JobExecution
        {
            JobId = actual.JobId,
            ThingName = actual.ThingName,
            Status = Enum.GetValues<JobExecutionStatus>()[(int)actual.Status],
            StatusDetails = actual.StatusDetails is null ? null : new(actual.StatusDetails),
            QueuedAt = actual.QueuedAt,
            StartedAt = actual.StartedAt,
            LastUpdatedAt = actual.LastUpdatedAt,
            VersionNumber = actual.VersionNumber,
            ExecutionNumber = actual.ExecutionNumber,
            JobDocument = actual.JobDocument,
        };
        Assert.Equal(expected, back);
    }

    internal static PlainExecution Plain(JobExecution execution) => new()
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
