using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Explanation;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Techniques.Wire;

/// <summary>What went wrong with a raw request.</summary>
/// <param name="Shown">The call that shows it, with what was expected; null: the answer itself does.</param>
/// <param name="Exchange">What went over the wire for the raw request.</param>
/// <param name="Expected">What was expected of the request.</param>
internal sealed record WireDeviation(Exchange? Shown, WireExchange? Exchange, string Expected)
{
    /// <summary>The call that the request was made from.</summary>
    public SpecCall? Call { get; init; } = Shown?.Sent;

    /// <summary>What came, where <see cref="Shown"/> does not tell.</summary>
    public string Actual { get; init; } = "";

    public IReadOnlyList<Deviation> Deviations => Shown?.Deviations ?? [new(DeviationKind.Broke, "", Expected, Actual)];

    public string Summary => string.Join("; ", Deviations.Take(3));
}

/// <summary>Writes down what is wrong on the wire, with the bytes that show it.</summary>
internal sealed class WireMessage(SuiteModel model, RunIdentity run)
{
    /// <summary>A raw request that was not treated as it should be.</summary>
    public ConformanceFailure For(ClauseInfo clause, TestCase testCase, CaseContext context, WireDeviation wrong)
    {
        var trace = context.Log.Where(e => !e.IsObservation && !model.Operation(e.Call.Operation).IsReadOnly && e.Actual.Exchange != wrong.Exchange).ToList();
        var text = new FailureText(model, clause)
            .Section("Trace", trace.Select((e, i) => $"{i + 1}. {e.Sent} -> {FailureText.Outcome(e.Actual)}").Append($"{trace.Count + 1}. the request below, made from {wrong.Call}"))
            .Wire(wrong.Exchange)
            .Section("Expected of the request", [wrong.Expected])
            .Differences(wrong.Deviations);
        if (wrong.Shown is { } look && look.Actual.Exchange is { } seen && !ReferenceEquals(seen, wrong.Exchange))
        {
            text.Section("Seen by", [look.Sent.ToString(), .. seen.AnswerText.Split('\n')]);
        }

        return Failure(clause, testCase, wrong.Summary, trace.Count + 1, text, s => context.Names.ToOriginal(s));
    }

    /// <summary>Something about an answer to a call of the run.</summary>
    public ConformanceFailure For(ClauseInfo clause, TestCase testCase, WireEvidence evidence)
    {
        var (finding, call, exchange) = evidence;
        var text = new FailureText(model, clause)
            .Section("Call", [call.ToString()])
            .Wire(exchange)
            .Section("Expected (-) and actual (+)", [$"- {finding.Expected}", $"+ {finding.Actual}"]);
        return Failure(clause, testCase, $"expected {finding.Expected}, got {finding.Actual}", 1, text, s => s);
    }

    private ConformanceFailure Failure(ClauseInfo clause, TestCase testCase, string summary, int length, FailureText text, Func<string, string> toOriginal) =>
        new(clause, summary, text.End(clause, testCase, run, raw: null), length) { Pattern = NormalizedText.Of(toOriginal(summary)) };
}
