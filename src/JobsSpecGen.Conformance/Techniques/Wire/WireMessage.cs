using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Explanation;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Techniques.Wire;

/// <summary>The deviation of a raw request.</summary>
/// <param name="Shown">The exchange that shows the deviation; null where the response of the raw request shows it.</param>
/// <param name="Exchange">The HTTP exchange of the raw request.</param>
/// <param name="Expected">The expected treatment of the request.</param>
internal sealed record WireDeviation(Exchange? Shown, WireExchange? Exchange, string Expected)
{
    /// <summary>The call from which the request was built.</summary>
    public SpecCall? Call { get; init; } = Shown?.Sent;

    /// <summary>The actual outcome, where <see cref="Shown"/> is null.</summary>
    public string Actual { get; init; } = "";

    public IReadOnlyList<Deviation> Deviations => Shown?.Deviations ?? [new(DeviationKind.Broke, "", Expected, Actual)];

    public string Summary => string.Join("; ", Deviations.Take(3));
}

/// <summary>Builds the failure messages of wire rules, with the bytes that show the deviation.</summary>
internal sealed class WireMessage(SuiteModel model, RunIdentity run)
{
    /// <summary>The message for a raw request that was not treated as expected.</summary>
    public ConformanceFailure For(ClauseInfo clause, TestCase testCase, CaseContext context, WireDeviation deviation)
    {
        var trace = context.Log.Where(e => !e.IsObservation && !model.Operation(e.Call.Operation).IsReadOnly && e.Actual.Exchange != deviation.Exchange).ToList();
        var text = new FailureText(model, clause)
            .Section("Trace", trace.Select((e, i) => $"{i + 1}. {e.Sent} -> {FailureText.Outcome(e.Actual)}").Append($"{trace.Count + 1}. the request below, built from {deviation.Call}"))
            .Wire(deviation.Exchange)
            .Section("Expected of the request", [deviation.Expected])
            .Differences(deviation.Deviations);
        if (deviation.Shown is { } observed && observed.Actual.Exchange is { } seen && !ReferenceEquals(seen, deviation.Exchange))
        {
            text.Section("Observed by", [observed.Sent.ToString(), .. seen.ResponseText.Split('\n')]);
        }

        return Failure(clause, testCase, deviation.Summary, trace.Count + 1, text, s => context.Names.ToOriginal(s));
    }

    /// <summary>The message for a response of the run that violates a wire rule.</summary>
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
