using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance.Reports.Document;

/// <summary>The verdict on a run as a title and a sentence.</summary>
internal static class Headline
{
    public static (string Title, string Sentence) Of(ConformanceReport report)
    {
        var (backend, spec) = (report.Backend, $"{report.Spec.Service} {report.Spec.Revision}");
        var violated = report.Clauses.Count(c => c is { Verdict: Verdict.Violated, Clause.Level: ClauseLevel.Must });
        return report.Exit switch
        {
            ConformanceExit.Failed when violated > 0 =>
                ("Does not conform", $"{backend} does not conform to {spec}: {Labels.Count(violated, "must clause")} {(violated == 1 ? "is" : "are")} violated."),
            ConformanceExit.Failed =>
                ("Differs from its baseline", $"{backend} violates no must clause of {spec}, but the run differs from its baseline."),
            ConformanceExit.Broken when report.SelfCheck?.Reason is { } reason =>
                ("Could not be tested", $"No verdict on {backend} and {spec}: {reason}."),
            ConformanceExit.Broken =>
                ("Could not be tested", $"No verdict on {backend} and {spec}: the suite or its adapter failed with an error in {Labels.Count(report.Cases.Count(c => c.Verdict == Verdict.Error), "test case")}."),
            ConformanceExit.Inconclusive =>
                ("Inconclusive", $"The run has no result for {backend} and {spec}: {Judgement.InconclusiveReason(report)}."),
            _ when violated > 0 =>
                ("Known failures only", $"{backend} does not conform to {spec}, but its baseline accepts {(violated == 1 ? "the violation" : $"all {violated} violations")}."),
            _ => ("Conforms", $"{backend} conforms to {spec}."),
        };
    }
}
