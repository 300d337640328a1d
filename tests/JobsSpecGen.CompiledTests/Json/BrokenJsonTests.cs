using System.Text.Json;
using CsCheck;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Json;

/// <summary>JSON that was cut or garbled on its way is refused with a <see cref="JsonException"/>, or read; nothing else ever comes of it.</summary>
public sealed class BrokenJsonTests
{
    private static readonly byte[] s_answer = JobsDataPlaneJson.SerializeToUtf8Bytes(new DescribeJobExecutionResponse
    {
        Execution = new()
        {
            JobId = "job-1",
            ThingName = "thing:é😀",
            Status = JobExecutionStatus.InProgress,
            StatusDetails = ValueMap.Create(("step", "2/5"), ("a b", "\u0001\"\\")),
            QueuedAt = 1_700_000_000_000,
            StartedAt = long.MinValue,
            LastUpdatedAt = long.MaxValue,
            VersionNumber = 3,
            ExecutionNumber = 7,
            JobDocument = """{"op":"reboot"}""",
        },
    });

    [Fact]
    public void Cut_after_any_byte()
    {
        for (var length = 0; length < s_answer.Length; length++)
        {
            var e = Assert.Throws<JsonException>(() => JobsDataPlaneJson.DeserializeDescribeJobExecutionResponse(s_answer.AsSpan(0, length)));
            Assert.StartsWith("$", e.Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Cut_after_any_byte_with_more_to_come()
    {
        for (var i = 0; i < s_answer.Length; i++)
        {
            var length = i;
            var e = Assert.Throws<JsonException>(() =>
            {
                var reader = new Utf8JsonReader(s_answer.AsSpan(0, length), isFinalBlock: false, default);
                JobsDataPlaneJson.ReadDescribeJobExecutionResponse(ref reader);
            });
            Assert.Contains("the JSON ends too early", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Garbled() => Gen.Select(Gen.Int[0, s_answer.Length - 1], Gen.Byte, Gen.Int[0, 3]).Array[1, 4].Sample(
        edits =>
        {
            var bytes = s_answer.ToList();
            foreach (var (at, value, kind) in edits)
            {
                var place = at % bytes.Count;
                switch (kind)
                {
                    case 0:
                        bytes[place] = value;
                        break;
                    case 1:
                        bytes.Insert(place, value);
                        break;
                    case 2:
                        bytes.RemoveAt(place);
                        break;
                    default:
                        bytes.InsertRange(place, bytes.GetRange(place, Math.Min(value % 16, bytes.Count - place)));
                        break;
                }
            }

            AssertReadOrRefused([.. bytes]);
        },
        iter: 50_000);

    [Fact]
    public void Nothing_but_noise() => Gen.Byte.Array[0, 64].Sample(AssertReadOrRefused, iter: 20_000);

    [Fact]
    public void Deeper_than_a_reader_goes()
    {
        var json = System.Text.Encoding.UTF8.GetBytes("{\"x\":" + new string('[', 100_000));
        Assert.Throws<JsonException>(() => JobsDataPlaneJson.DeserializeDescribeJobExecutionResponse(json));
    }

    /// <summary>What was read can be written, and is read again as the same.</summary>
    private static void AssertReadOrRefused(byte[] json)
    {
        DescribeJobExecutionResponse answer;
        try
        {
            answer = JobsDataPlaneJson.DeserializeDescribeJobExecutionResponse(json);
        }
        catch (JsonException e)
        {
            Assert.StartsWith("$", e.Path, StringComparison.Ordinal);
            return;
        }

        var sent = answer with { Execution = answer.Execution?.OnceSent() };
        Assert.Equal(sent, JobsDataPlaneJson.DeserializeDescribeJobExecutionResponse(JobsDataPlaneJson.SerializeToUtf8Bytes(answer)));
    }
}
