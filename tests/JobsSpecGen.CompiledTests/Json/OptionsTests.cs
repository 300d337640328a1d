using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Json;

/// <summary>The codecs in the options of a serializer.</summary>
public sealed class OptionsTests
{
    private static readonly JobExecutionState s_state = new() { Status = JobExecutionStatus.InProgress, VersionNumber = 2, StatusDetails = ValueMap.Create(("step", "1")) };
    private static readonly JsonSerializerOptions s_options = WithConverters();
    private static readonly JsonSerializerOptions s_withoutReflection = new() { TypeInfoResolver = JobsDataPlaneJson.TypeInfoResolver };

    private sealed record Envelope(JobExecutionState State, JobExecutionStatus? Status, JobExecutionState[] More);

    [Fact]
    public void A_serializer_writes_and_reads_what_the_codec_does()
    {
        var json = JsonSerializer.Serialize(s_state, s_options);
        Assert.Equal("""{"status":"IN_PROGRESS","statusDetails":{"step":"1"},"versionNumber":2}""", json);
        Assert.Equal(s_state, JsonSerializer.Deserialize<JobExecutionState>(json, s_options));
        Assert.Null(JsonSerializer.Deserialize<JobExecutionState>("null", s_options));
        Assert.Equal("\"QUEUED\"", JsonSerializer.Serialize(JobExecutionStatus.Queued, s_options));
    }

    [Fact]
    public void Types_of_the_spec_live_inside_types_of_the_user()
    {
        var envelope = new Envelope(s_state, JobExecutionStatus.Failed, [s_state, s_state]);
        var back = JsonSerializer.Deserialize<Envelope>(JsonSerializer.Serialize(envelope, s_options), s_options)!;
        Assert.Equal(envelope.State, back.State);
        Assert.Equal(envelope.Status, back.Status);
        Assert.Equal(envelope.More, back.More);
    }

    [Fact]
    public void Of_the_whole_a_mistake_has_the_whole_path()
    {
        var e = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<UpdateJobExecutionResponse>("""{"executionState":{"status":"PAUSED"}}""", s_options));
        Assert.Equal("$.executionState.status", e.Path);
    }

    [Fact]
    public void Of_a_part_the_serializer_names_the_way_to_it_and_the_message_the_rest()
    {
        var e = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Envelope>("""{"More":[{"status":"QUEUED","versionNumber":1},{"status":"QUEUED","versionNumber":"1"}]}""", s_options));
        Assert.Equal("$.More[1]", e.Path);
        Assert.Equal("JobExecutionState.versionNumber: expected a number, found a string", e.Message);
    }

    [Fact]
    public async Task A_stream_in_small_pieces_is_read()
    {
        var all = new GetPendingJobExecutionsResponse
        {
            InProgressJobs = [],
            QueuedJobs = [.. Enumerable.Range(0, 500).Select(i => new JobExecutionSummary { JobId = "job-" + i, QueuedAt = i, LastUpdatedAt = i, VersionNumber = i, ExecutionNumber = i })],
        };
        var small = new JsonSerializerOptions(s_options) { DefaultBufferSize = 16 };
        using var stream = new MemoryStream();
        await JsonSerializer.SerializeAsync(stream, all, small, TestContext.Current.CancellationToken);
        stream.Position = 0;
        Assert.Equal(all, await JsonSerializer.DeserializeAsync<GetPendingJobExecutionsResponse>(stream, small, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Without_reflection_every_type_is_known()
    {
        var info = (JsonTypeInfo<JobExecutionState>)s_withoutReflection.GetTypeInfo(typeof(JobExecutionState));
        Assert.Equal(s_state, JsonSerializer.Deserialize(JsonSerializer.Serialize(s_state, info), info));
        foreach (var type in typeof(JobExecutionState).Assembly.GetExportedTypes().Where(t => t.IsEnum || t.GetMethod("<Clone>$") is not null).Where(t => t.Namespace == "IotJobsData" && Codecs.Has(t)))
        {
            Assert.Equal(type, s_withoutReflection.GetTypeInfo(type).Type);
        }

        Assert.Throws<NotSupportedException>(() => s_withoutReflection.GetTypeInfo(typeof(Envelope)));
    }

    private static JsonSerializerOptions WithConverters()
    {
        var options = new JsonSerializerOptions();
        JobsDataPlaneJson.AddConverters(options);
        return options;
    }

    private static class Codecs
    {
        public static bool Has(Type type) => typeof(JobsDataPlaneJson).GetMethod("Write", [typeof(Utf8JsonWriter), type]) is not null;
    }
}
