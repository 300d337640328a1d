using System.Text.Json.Serialization;

namespace JobsSpecGen.Conformance.Reports.Document;

/// <summary>
/// A report as the JSON file has it, described by <c>conformance-report.schema.json</c>. Every other format is made from
/// this, so that none says more or other things than another.
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

/// <summary>The verdict, in a few words and as a sentence; breadth is the share of clauses verified in percent, never rounded up.</summary>
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

/// <summary>Whether the suite, on this machine and before this run, noticed what it must notice.</summary>
internal sealed record SelfCheckPart(bool Passed, string Says);

internal sealed record BaselinePart(string File, IReadOnlyList<DifferencePart> Differences, string Diff);

internal sealed record DifferencePart(string Change, string? Clause, string Message);

/// <summary>A clause: its verdict, what a test runner shows, why the baseline accepts it, and how many cases found it violated.</summary>
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
