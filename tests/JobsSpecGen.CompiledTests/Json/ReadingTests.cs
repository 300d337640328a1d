using System.Buffers;
using System.Text;
using System.Text.Json;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Json;

/// <summary>What is read although it is not as the codec would have written it.</summary>
public sealed class ReadingTests
{
    private const string Summary = """ "queuedAt":1,"lastUpdatedAt":2,"versionNumber":3,"executionNumber":4 """;

    [Theory]
    [InlineData("1", 1)]
    [InlineData("-0", 0)]
    [InlineData("1.0", 1)]
    [InlineData("1e2", 100)]
    [InlineData("1.7e9", 1_700_000_000)]
    [InlineData("1E+2", 100)]
    [InlineData("1200e-2", 12)]
    [InlineData("0.5e1", 5)]
    [InlineData("-0.0", 0)]
    [InlineData("0e999999999999999999999", 0)]
    [InlineData("0.000e-99999999999", 0)]
    [InlineData("-1.5e1", -15)]
    [InlineData("10000000000000000000000e-4", 1_000_000_000_000_000_000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775807.000000000000000000000000000000", long.MaxValue)]
    [InlineData("9.223372036854775807e18", long.MaxValue)]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    [InlineData("-92233720368547758080e-1", long.MinValue)]
    [InlineData("0.00000000000000000000000000000000000000000000000001e50", 1)]
    public void Whole_numbers_however_they_are_written(string number, long expected) =>
        Assert.Equal(expected, JobsDataPlaneJson.DeserializeJobExecutionState(Utf8($$"""{"status":"QUEUED","versionNumber":{{number}}}""")).VersionNumber);

    [Fact]
    public void Null_means_absent()
    {
        var answer = JobsDataPlaneJson.DeserializeUpdateJobExecutionResponse("""{"executionState":null,"jobDocument":null}"""u8);
        Assert.Equal(new UpdateJobExecutionResponse(), answer);
    }

    [Fact]
    public void Of_members_and_map_names_that_come_twice_the_last_counts()
    {
        var state = JobsDataPlaneJson.DeserializeJobExecutionState(
            """{"status":"QUEUED","versionNumber":1,"statusDetails":{"a":"1","b":"2","a":"3"},"status":"FAILED","versionNumber":7}"""u8);
        Assert.Equal(new JobExecutionState { Status = JobExecutionStatus.Failed, VersionNumber = 7, StatusDetails = ValueMap.Create(("a", "3"), ("b", "2")) }, state);

        var request = JobsDataPlaneJson.DeserializeStartNextPendingJobExecutionRequest("""{"thingName":"t","statusDetails":{"a":"1"},"statusDetails":null}"""u8);
        Assert.Null(request.StatusDetails);
    }

    [Fact]
    public void A_long_map_keeps_the_last_of_each_name()
    {
        var names = Enumerable.Range(0, 200).Select(i => "n" + (i * 37 % 100)).ToArray();
        var entries = string.Join(",", names.Select((name, i) => $"\"{name}\":\"{i}\""));
        var json = """{"status":"QUEUED","versionNumber":1,"statusDetails":{""" + entries + "}}";
        var details = JobsDataPlaneJson.DeserializeJobExecutionState(Utf8(json)).StatusDetails!;
        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), details.Keys);
        Assert.All(names.Distinct(), name => Assert.Equal(Array.LastIndexOf(names, name).ToString(System.Globalization.CultureInfo.InvariantCulture), details[name]));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("[[[{\"jobId\":[]}]],1,true]")]
    [InlineData("{\"jobId\":{\"jobId\":[{\"status\":0}]},\"\":[]}")]
    public void Unknown_members_are_skipped_however_deep(string value)
    {
        var json = $$"""{"x":{{value}},"jobId":"j","JobId":"no","\u006AobId2":{{value}},{{Summary}},"":{{value}}}""";
        Assert.Equal("j", JobsDataPlaneJson.DeserializeJobExecutionSummary(Utf8(json)).JobId);
    }

    [Fact]
    public void Names_and_values_may_be_escaped()
    {
        var json = """{"\u0073tatus":"\u0051UEUED","version\u004Eumber":1,"statusDetails":{"\u0061":"\u00e9\uD83D\uDE00\n"}}""";
        Assert.Equal(
            new JobExecutionState { Status = JobExecutionStatus.Queued, VersionNumber = 1, StatusDetails = ValueMap.Create(("a", "é😀\n")) },
            JobsDataPlaneJson.DeserializeJobExecutionState(Utf8(json)));
    }

    [Fact]
    public void Values_may_lie_in_pieces()
    {
        var json = """{"queued\u0041t":1,"jobId":"job-1","x":[1,{"y":"z"}],"lastUpdatedAt":2e0,"versionNumber":33,"executionNumber":4.0}"""u8.ToArray();
        for (var size = 1; size < 12; size++)
        {
            var reader = new Utf8JsonReader(Pieces(json, size));
            var summary = JobsDataPlaneJson.ReadJobExecutionSummary(ref reader);
            Assert.Equal(new JobExecutionSummary { JobId = "job-1", QueuedAt = 1, LastUpdatedAt = 2, VersionNumber = 33, ExecutionNumber = 4 }, summary);
        }
    }

    [Fact]
    public void A_reader_may_stand_inside_a_document_and_let_comments_through()
    {
        var json = """[{"state":/*a*/{"status":/*b*/"QUEUED",/*c*/"versionNumber":1/*d*/}, "next":2}]"""u8;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow });
        while (reader.TokenType != JsonTokenType.PropertyName)
        {
            reader.Read();
        }

        Assert.Equal(new JobExecutionState { Status = JobExecutionStatus.Queued, VersionNumber = 1 }, JobsDataPlaneJson.ReadJobExecutionState(ref reader));
        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        Assert.True(reader.Read());
        Assert.Equal("next", reader.GetString());
    }

    private static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    private static ReadOnlySequence<byte> Pieces(byte[] json, int size)
    {
        var pieces = json.Chunk(size).ToArray();
        var first = new Piece(pieces[0], null);
        var last = pieces.Skip(1).Aggregate(first, (previous, piece) => new Piece(piece, previous));
        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(byte[] bytes, Piece? previous)
        {
            Memory = bytes;
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }
    }
}
