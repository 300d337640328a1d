using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Explanation;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>Builds the failure message of a change that a restart lost.</summary>
internal sealed class RestartMessage(SuiteModel model, RunIdentity run)
{
    public ConformanceFailure For(ClauseInfo clause, CaseContext context, Exchange exchange, TestCase testCase)
    {
        var trace = context.Log.Where(e => !e.IsObservation && !model.Operation(e.Call.Operation).IsReadOnly).ToList();
        var lines = trace.Select((e, i) => $"{i + 1}. {e.Sent} -> {FailureText.Outcome(e.Actual)}")
            .Append($"{trace.Count + 1}. (the backend is restarted)")
            .Append($"{trace.Count + 2}. {exchange.Sent} -> {FailureText.Outcome(exchange.Actual)}");
        var text = new FailureText(model, clause)
            .Section("Trace", lines)
            .Section("Failing request (an observation after the restart)", [exchange.Sent.ToString()])
            .Differences(exchange.Deviations)
            .State("State before the request, according to the spec", exchange.Before)
            .End(clause, testCase, run, FailureText.Outcome(exchange.Actual));
        return new(clause, string.Join("; ", exchange.Deviations.Take(3)), text, trace.Count + 1);
    }
}
