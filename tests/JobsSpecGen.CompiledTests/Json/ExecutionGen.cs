using System.Text;
using CsCheck;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Json;

/// <summary>Job executions with texts and numbers of every kind that JSON can carry.</summary>
internal static class ExecutionGen
{
    /// <summary>Texts of whole code points: the awkward ones often.</summary>
    public static Gen<string> Text { get; } = Gen.Frequency(
        (6, Gen.Char['a', 'z'].Select(c => (int)c)),
        (2, Gen.OneOf([.. new[] { '"', '\\', '/', '\b', '\f', '\n', '\r', '\t', '\0', '\u001f', '\u007f', '<', '>', '&', '\'', '+', '`' }.Select(c => Gen.Const((int)c))])),
        (1, Gen.Int[0x80, 0xD7FF]),
        (1, Gen.Int[0xE000, 0xFFFF]),
        (1, Gen.Int[0x10000, 0x10FFFF])).Array[0, 20].Select(points => string.Concat(points.Select(point => new Rune(point).ToString())));

    public static Gen<long> Number { get; } = Gen.OneOf(Gen.Long[0, 10], Gen.Long, Gen.OneOf([.. new[] { long.MinValue, long.MaxValue, 0L, -1L, 1L << 53, (1L << 53) + 1 }.Select(n => Gen.Const(n))]));

    public static Gen<ValueMap<string>> Details { get; } =
        Gen.Select(Text, Text).Array[0, 50].Select(entries => ValueMap.CreateLastWins<string>([.. entries.Select(e => KeyValuePair.Create(e.Item1, e.Item2))]));

    public static Gen<JobExecution> Execution { get; } = Gen.Select(
        Gen.Select(Text, Text, Text.Null()),
        Gen.Enum<JobExecutionStatus>(),
        Details.Null(),
        Number.Array[4],
        Number.Nullable(),
        (texts, status, details, numbers, startedAt) => new JobExecution
        {
            JobId = texts.Item1,
            ThingName = texts.Item2,
            JobDocument = texts.Item3,
            Status = status,
            StatusDetails = details,
            QueuedAt = numbers[0],
            LastUpdatedAt = numbers[1],
            VersionNumber = numbers[2],
            ExecutionNumber = numbers[3],
            StartedAt = startedAt,
        });

    /// <summary>What an execution becomes on its way: an empty map means the same as none, and an answer leaves it out.</summary>
    public static JobExecution OnceSent(this JobExecution execution) =>
        execution.StatusDetails is { Count: 0 } ? execution with { StatusDetails = null } : execution;
}
