using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Json;

/// <summary>What is written, to the letter.</summary>
public sealed class WritingTests
{
    private static readonly UpdateJobExecutionRequest s_update = new()
    {
        ThingName = "thing-1",
        JobId = "job-1",
        Status = JobExecutionStatus.InProgress,
        StatusDetails = ValueMap<string>.Empty,
        ExpectedVersion = 0,
        IncludeJobDocument = false,
    };

    [Fact]
    public void Members_go_in_the_order_of_the_spec_and_absent_ones_are_left_out() =>
        AssertWritten("""{"jobId":"job-1","thingName":"thing-1","status":"IN_PROGRESS","statusDetails":{},"expectedVersion":0,"includeJobDocument":false}""", JobsDataPlaneJson.SerializeToUtf8Bytes(s_update));

    [Fact]
    public void The_body_is_what_travels_nowhere_else() => AssertWritten(
        """{"status":"IN_PROGRESS","statusDetails":{},"expectedVersion":0,"includeJobDocument":false}""",
        Written(writer => JobsDataPlaneJson.WriteBody(writer, s_update)));

    [Fact]
    public void The_body_is_read_with_what_came_elsewhere()
    {
        // As in any other unknown member, what stands in the body under the name of a member of the path is nothing.
        var reader = new Utf8JsonReader("""{"status":"IN_PROGRESS","jobId":3,"statusDetails":{},"expectedVersion":0,"includeJobDocument":false}"""u8);
        Assert.Equal(s_update, JobsDataPlaneJson.ReadUpdateJobExecutionBody(ref reader, "job-1", "thing-1"));

        var broken = Assert.Throws<JsonException>(() =>
        {
            var other = new Utf8JsonReader("{}"u8);
            JobsDataPlaneJson.ReadUpdateJobExecutionBody(ref other, "job-1", "thing-1");
        });
        Assert.Equal("$: 'status' is required and missing or null", broken.Message);
    }

    [Fact]
    public void The_body_of_a_start_without_details_is_an_empty_object() => AssertWritten(
        "{}", Written(writer => JobsDataPlaneJson.WriteBody(writer, new StartNextPendingJobExecutionRequest { ThingName = "t" })));

    [Fact]
    public void An_answer_leaves_an_empty_map_out_and_a_request_does_not()
    {
        AssertWritten("""{"status":"QUEUED","versionNumber":1}""", JobsDataPlaneJson.SerializeToUtf8Bytes(new JobExecutionState { Status = JobExecutionStatus.Queued, VersionNumber = 1, StatusDetails = ValueMap<string>.Empty }));
        AssertWritten("""{"thingName":"t","statusDetails":{}}""", JobsDataPlaneJson.SerializeToUtf8Bytes(new StartNextPendingJobExecutionRequest { ThingName = "t", StatusDetails = ValueMap<string>.Empty }));
    }

    [Fact]
    public void A_document_inside_a_text_stays_readable()
    {
        var answer = new UpdateJobExecutionResponse { JobDocument = """{"op":"réboot","if":"a<b && c>'d'"}""" };
        AssertWritten("""{"jobDocument":"{\"op\":\"réboot\",\"if\":\"a<b && c>'d'\"}"}""", JobsDataPlaneJson.SerializeToUtf8Bytes(answer));
        AssertWritten(
            """{"jobDocument":"{\u0022op\u0022:\u0022r\u00E9boot\u0022,\u0022if\u0022:\u0022a\u003Cb \u0026\u0026 c\u003E\u0027d\u0027\u0022}"}""",
            Written(writer => JobsDataPlaneJson.Write(writer, answer), JavaScriptEncoder.Default));
    }

    /// <summary>By code units: an attribute would have replaced the halves already.</summary>
    [Theory]
    [InlineData(0xD800)]
    [InlineData(0x61, 0xDC00)]
    [InlineData(0xD83D, 0xDE00, 0xD83D)]
    [InlineData(0xDE00, 0xD83D)]
    public void Half_a_surrogate_pair_is_refused_and_not_replaced(params int[] units)
    {
        var text = string.Concat(units.Select(unit => (char)unit));
        var e = Assert.Throws<ArgumentException>(() => JobsDataPlaneJson.SerializeToUtf8Bytes(new UpdateJobExecutionResponse { JobDocument = text }));
        Assert.Contains($"at index {(units.Length == 1 || units[0] == 0xDE00 ? 0 : units.Length - 1)},", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => JobsDataPlaneJson.SerializeToUtf8Bytes(s_update with { StatusDetails = ValueMap.Create((text, "a")) }));
        Assert.Throws<ArgumentException>(() => JobsDataPlaneJson.SerializeToUtf8Bytes(s_update with { StatusDetails = ValueMap.Create(("a", text)) }));
    }

    [Fact]
    public void A_status_that_is_none_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => JobsDataPlaneJson.SerializeToUtf8Bytes(s_update with { Status = (JobExecutionStatus)99 }));

    [Fact]
    public void Nothing_cannot_be_written()
    {
        Assert.Throws<ArgumentNullException>(() => JobsDataPlaneJson.SerializeToUtf8Bytes((JobExecution)null!));
        Assert.Throws<ArgumentNullException>(() => JobsDataPlaneJson.Write(null!, s_update));
        Assert.Throws<ArgumentNullException>(() => JobsDataPlaneJson.AddConverters(null!));
    }

    [Fact]
    public void What_lacks_what_it_must_have_is_written_without_it() =>
        AssertWritten("""{"status":"IN_PROGRESS"}""", JobsDataPlaneJson.SerializeToUtf8Bytes(new UpdateJobExecutionRequest { ThingName = null!, JobId = null!, Status = JobExecutionStatus.InProgress }));

    [Fact]
    public async Task Writing_to_a_writer_of_ones_own_allocates_nothing()
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(output);
        var execution = new JobExecution { JobId = "j", ThingName = "t", Status = JobExecutionStatus.Queued, StatusDetails = ValueMap.Create(("a", "b")), QueuedAt = 1, LastUpdatedAt = 1, VersionNumber = 1, ExecutionNumber = 1, JobDocument = "{}" };
        void WriteAgain()
        {
            output.ResetWrittenCount();
            writer.Reset();
            JobsDataPlaneJson.Write(writer, execution);
            writer.Flush();
        }

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            WriteAgain();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // Code that is not optimized yet boxes values. The runtime optimizes it in the background, on a busy machine after seconds.
        var (watch, least) = (Stopwatch.StartNew(), Allocated());
        while (least > 0 && watch.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
            least = Math.Min(least, Allocated());
        }

        Assert.Equal(0, least);
    }

    private static void AssertWritten(string expected, byte[] actual) => Assert.Equal(expected, Encoding.UTF8.GetString(actual));

    private static byte[] Written(Action<Utf8JsonWriter> write, JavaScriptEncoder? encoder = null)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = encoder }))
        {
            write(writer);
        }

        return output.WrittenSpan.ToArray();
    }
}
