using System.Diagnostics;
using System.Globalization;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Explanation;
using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>Writes down a race whose answers fit no order of its calls.</summary>
internal sealed class RaceMessage(SuiteModel model, RunIdentity run)
{
    public ConformanceFailure For(ClauseInfo clause, RaceFinding finding, TestCase testCase)
    {
        var arranged = finding.Run.Context.Log.Where(e => !e.IsObservation && !model.Operation(e.Call.Operation).IsReadOnly).Select(e => (e.Sent, Outcome: (CallOutcome?)e.Actual)).ToList();
        return Write(clause, finding.History!, finding.Judgement!, testCase, arranged);
    }

    /// <param name="clause">The clause that is violated.</param>
    /// <param name="history">The calls, of which every order was tried.</param>
    /// <param name="judgement">What came of that.</param>
    /// <param name="testCase">The case.</param>
    /// <param name="arranged">The calls before.</param>
    public ConformanceFailure Write(ClauseInfo clause, History history, HistoryJudgement judgement, TestCase testCase, IReadOnlyList<(SpecCall Sent, CallOutcome? Outcome)> arranged)
    {
        var calls = history.Calls.OrderBy(c => c.Start).ToList();
        var begin = calls[0].Start;
        var stuck = judgement.Stuck;
        var culprit = stuck is null ? null : history.Calls[stuck.Index];
        var text = new FailureText(model, clause)
            .Section("Trace", arranged.Select((c, i) => $"{i + 1}. {c.Sent} -> {FailureText.Outcome(c.Outcome)}"))
            .Section("At once (client, milliseconds from begin to end)", calls.Where(c => c.Client >= 0).Select(c => Line(c, begin)))
            .Section("Afterwards", calls.Where(c => c.Client < 0).Select(c => $"{c.Sent} -> {FailureText.Outcome(c.Outcome)}"))
            .Section("No order of these calls explains all answers. The one that explains most", Longest(history, judgement));
        if (stuck is not null && culprit is not null)
        {
            text.Section("Failing request: it cannot come next", [$"{Client(culprit)}{culprit.Sent}"])
                .Differences(stuck.Deviations)
                .State("State before, by the spec", stuck.Before);
        }

        var summary = stuck is null ? "no order of the calls explains their answers" : $"no order of the calls explains their answers; at best, {culprit!.Call.Operation}: {string.Join("; ", stuck.Deviations.Take(3))}";
        return new(clause, summary, text.End(clause, testCase, run, null), arranged.Count + calls.Count(c => c.Client >= 0));
    }

    private static IEnumerable<string> Longest(History history, HistoryJudgement judgement) => judgement.Longest.Count == 0
        ? ["(none: already the first answer fits nowhere)"]
        : judgement.Longest.Select(index => history.Calls[index]).Select((c, i) => $"{i + 1}. {Client(c)}{c.Sent} -> {FailureText.Outcome(c.Outcome)}");

    private static string Line(HistoryCall call, long begin) =>
        $"{Client(call)}{Milliseconds(call.Start - begin)}..{(call.End == long.MaxValue ? "?" : Milliseconds(call.End - begin))}  {call.Sent} -> {FailureText.Outcome(call.Outcome)}";

    private static string Client(HistoryCall call) => call.Client < 0 ? "" : (char)('A' + (call.Client % 26)) + "  ";

    private static string Milliseconds(long ticks) => (ticks * 1000.0 / Stopwatch.Frequency).ToString("0.00", CultureInfo.InvariantCulture);
}
