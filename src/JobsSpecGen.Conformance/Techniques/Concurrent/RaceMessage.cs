using System.Diagnostics;
using System.Globalization;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Explanation;
using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>Builds the failure message of a history that is not linearizable.</summary>
internal sealed class RaceMessage(SuiteModel model, RunIdentity run)
{
    public ConformanceFailure For(ClauseInfo clause, RaceFinding finding, TestCase testCase)
    {
        var arranged = finding.Run.Context.Log.Where(e => !e.IsObservation && !model.Operation(e.Call.Operation).IsReadOnly).Select(e => (e.Sent, Outcome: (CallOutcome?)e.Actual)).ToList();
        return Write(clause, finding.History!, finding.Judgement!, testCase, arranged);
    }

    /// <param name="clause">The violated clause.</param>
    /// <param name="history">The history, for which no linearization exists.</param>
    /// <param name="judgement">The judgement of the history.</param>
    /// <param name="testCase">The test case.</param>
    /// <param name="arranged">The calls that arranged the state.</param>
    public ConformanceFailure Write(ClauseInfo clause, History history, HistoryJudgement judgement, TestCase testCase, IReadOnlyList<(SpecCall Sent, CallOutcome? Outcome)> arranged)
    {
        var calls = history.Calls.OrderBy(c => c.Start).ToList();
        var begin = calls[0].Start;
        var stuck = judgement.Stuck;
        var failing = stuck is null ? null : history.Calls[stuck.Index];
        var text = new FailureText(model, clause)
            .Section("Trace", arranged.Select((c, i) => $"{i + 1}. {c.Sent} -> {FailureText.Outcome(c.Outcome)}"))
            .Section("Concurrent calls (client, start and end in milliseconds)", calls.Where(c => c.Client >= 0).Select(c => Line(c, begin)))
            .Section("Final observations", calls.Where(c => c.Client < 0).Select(c => $"{c.Sent} -> {FailureText.Outcome(c.Outcome)}"))
            .Section("No order of these calls explains all responses. The longest sequence that fits", Longest(history, judgement));
        if (stuck is not null && failing is not null)
        {
            text.Section("Failing request (its response does not fit as the next call)", [$"{Client(failing)}{failing.Sent}"])
                .Differences(stuck.Deviations)
                .State("State before the request, according to the spec", stuck.Before);
        }

        var summary = stuck is null ? "no order of the calls explains their responses" : $"no order of the calls explains their responses; the longest sequence that fits ends before {failing!.Call.Operation}: {string.Join("; ", stuck.Deviations.Take(3))}";
        return new(clause, summary, text.End(clause, testCase, run, null), arranged.Count + calls.Count(c => c.Client >= 0));
    }

    private static IEnumerable<string> Longest(History history, HistoryJudgement judgement) => judgement.Longest.Count == 0
        ? ["(none: no response fits as the first)"]
        : judgement.Longest.Select(index => history.Calls[index]).Select((c, i) => $"{i + 1}. {Client(c)}{c.Sent} -> {FailureText.Outcome(c.Outcome)}");

    private static string Line(HistoryCall call, long begin) =>
        $"{Client(call)}{Milliseconds(call.Start - begin)}..{(call.End == long.MaxValue ? "?" : Milliseconds(call.End - begin))}  {call.Sent} -> {FailureText.Outcome(call.Outcome)}";

    private static string Client(HistoryCall call) => call.Client < 0 ? "" : (char)('A' + (call.Client % 26)) + "  ";

    private static string Milliseconds(long ticks) => (ticks * 1000.0 / Stopwatch.Frequency).ToString("0.00", CultureInfo.InvariantCulture);
}
