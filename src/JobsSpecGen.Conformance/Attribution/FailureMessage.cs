using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Explanation;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>Writes down a violation with all that one needs to act on it.</summary>
internal sealed class FailureMessage(SuiteModel model, RunIdentity run)
{
    private const int MostSuspects = 3;

    /// <param name="clause">The clause that is violated.</param>
    /// <param name="evidence">What was seen.</param>
    /// <param name="shown">Where it showed.</param>
    /// <param name="mutants">The known mistakes that explain all that was seen.</param>
    public ConformanceFailure For(ClauseInfo clause, Evidence evidence, Exchange shown, IReadOnlyList<MutantInfo> mutants)
    {
        var trace = evidence.Earlier.Select(r => r.Exchange).Where(e => !e.IsObservation).Append(evidence.Call).ToList();
        if (!ReferenceEquals(shown, evidence.Call))
        {
            trace.Add(shown);
        }

        var summary = string.Join("; ", shown.Deviations.Take(3).Select(d => d.ToString()));
        var isLook = !ReferenceEquals(shown, evidence.Call) && model.Operation(shown.Call.Operation).IsReadOnly;
        var text = new FailureText(model, clause)
            .Section("Trace", trace.Select((e, i) => $"{i + 1}. {e.Sent} -> {FailureText.Outcome(e.Actual)}"))
            .Section(isLook ? "Failing request (it looks at what the call before left)" : "Failing request", [shown.Sent.ToString()])
            .Differences(shown.Deviations)
            .Wire(shown.Actual.Exchange)
            .MutantMatcher(mutants.Take(MostSuspects))
            .State("State before, by the spec", shown.Before)
            .End(clause, evidence.Case, run, shown.Actual.Exchange is null ? Raw(shown.Actual) : null);
        return new(clause, summary, text, trace.Count) { Pattern = NormalizedText.Of(evidence.Context.Names.ToOriginal(summary)) };
    }

    private static string Raw(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Refused refused => $"{refused.Error} (HTTP {refused.Status}): {refused.Message} {refused.Data}",
        CallOutcome.Broken broken => broken.Exception.ToString(),
        CallOutcome.Answered answered => answered.Response.ToString(),
        _ => outcome.ToString(),
    };
}
