using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Explanation;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>Builds the failure message of a violation.</summary>
internal sealed class FailureMessage(SuiteModel model, RunIdentity run)
{
    private const int MaxMutants = 3;

    /// <param name="clause">The violated clause.</param>
    /// <param name="evidence">The evidence of the violation.</param>
    /// <param name="shown">The exchange that shows the violation.</param>
    /// <param name="mutants">The mutants that give every outcome of the test context.</param>
    public ConformanceFailure For(ClauseInfo clause, Evidence evidence, Exchange shown, IReadOnlyList<MutantInfo> mutants)
    {
        var trace = evidence.Earlier.Select(r => r.Exchange).Where(e => !e.IsObservation).Append(evidence.Call).ToList();
        if (!ReferenceEquals(shown, evidence.Call))
        {
            trace.Add(shown);
        }

        var summary = string.Join("; ", shown.Deviations.Take(3).Select(d => d.ToString()));
        var isObservation = !ReferenceEquals(shown, evidence.Call) && model.Operation(shown.Call.Operation).IsReadOnly;
        var text = new FailureText(model, clause)
            .Section("Trace", trace.Select((e, i) => $"{i + 1}. {e.Sent} -> {FailureText.Outcome(e.Actual)}"))
            .Section(isObservation ? "Failing request (an observation after the previous call)" : "Failing request", [shown.Sent.ToString()])
            .Differences(shown.Deviations)
            .Wire(shown.Actual.Exchange)
            .MatchingMutants(mutants.Take(MaxMutants))
            .State("State before the request, according to the spec", shown.Before)
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
