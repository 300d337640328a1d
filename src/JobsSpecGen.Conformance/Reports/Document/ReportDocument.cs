using System.Text.Json.Serialization;

namespace JobsSpecGen.Conformance.Reports.Document;

/// <summary>
/// The content of the JSON report, described by <c>conformance-report.schema.json</c>. Every other format is rendered from it, so that
/// all formats have the same content.
/// </summary>
internal sealed record ReportDocument(
    SpecPart Spec,
    SuitePart Suite,
    BackendPart Backend,
    RunPart Run,
    SummaryPart Summary,
    SelfCheckPart? SelfCheck,
    BaselinePart? Baseline,
    IReadOnlyList<ClausePart> Clauses,
    IReadOnlyList<CasePart> Cases)
{
    [JsonPropertyName("$schema"), JsonPropertyOrder(-2)]
    public string Schema { get; init; } = "urn:jobsspecgen:conformance-report:1";

    [JsonPropertyOrder(-1)]
    public int FormatVersion { get; init; } = 1;
}

internal sealed record SpecPart(string Service, string Revision, string Hash, string File);

internal sealed record SuitePart(string Version);

internal sealed record BackendPart(string Name);

internal sealed record RunPart(DateTimeOffset? StartedAt, decimal Seconds, int Calls);

/// <summary>The verdict as a title and a sentence, and the counts. Breadth is the percentage of clauses that are verified, rounded down.</summary>
internal sealed record SummaryPart(
    string Title,
    string Sentence,
    bool Conforms,
    string Exit,
    int ExitCode,
    decimal Breadth,
    VerdictCounts Clauses,
    VerdictCounts Must,
    VerdictCounts Should,
    VerdictCounts Cases,
    IReadOnlyList<KindPart> Kinds);

internal sealed record KindPart(string Kind, string Says, VerdictCounts Cases);

/// <summary>The result of the self-check: whether the suite detects backends that are wrong on purpose, on this machine and in this build.</summary>
internal sealed record SelfCheckPart(bool Passed, string Says);

internal sealed record BaselinePart(string File, IReadOnlyList<DifferencePart> Differences, string Diff);

internal sealed record DifferencePart(string Change, string? Clause, string Message);

/// <summary>
/// A clause with its verdict, its outcome in a test runner, the reason why the baseline accepts a violation (<c>Known</c>), and the
/// number of test cases that found it violated (<c>Failures</c>).
/// </summary>
internal sealed record ClausePart(
    string Id,
    string Kind,
    string Level,
    string Says,
    string Source,
    int Line,
    string Verdict,
    string? Reason,
    string Outcome,
    string? Known,
    int Cases,
    int Failures,
    FailurePart? FirstFailure);

internal sealed record CasePart(string Kind, string Name, string? Clause, string Verdict, string? Reason, string Outcome, FailurePart? Failure);

internal sealed record FailurePart(string Clause, string Summary, string Message, int Calls);
