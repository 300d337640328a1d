using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Explanation;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>Writes down what a restart lost.</summary>
internal sealed class RestartMessage(SuiteModel model, RunIdentity run)
{
    public ConformanceFailure For(ClauseInfo clause, CaseContext context, Exchange look, TestCase testCase)
    {
        var trace = context.Log.Where(e => !e.IsObservation && !model.Operation(e.Call.Operation).IsReadOnly).ToList();
        var lines = trace.Select((e, i) => $"{i + 1}. {e.Sent} -> {FailureText.Outcome(e.Actual)}")
            .Append($"{trace.Count + 1}. (the backend is restarted)")
            .Append($"{trace.Count + 2}. {look.Sent} -> {FailureText.Outcome(look.Actual)}");
        var text = new FailureText(model, clause)
            .Section("Trace", lines)
            .Section("Failing request (it looks at what is left after the restart)", [look.Sent.ToString()])
            .Differences(look.Deviations)
            .State("State before, by the spec", look.Before)
            .End(clause, testCase, run, FailureText.Outcome(look.Actual));
        return new(clause, string.Join("; ", look.Deviations.Take(3)), text, trace.Count + 1);
    }
}
