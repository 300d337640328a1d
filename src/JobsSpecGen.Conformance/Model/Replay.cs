namespace JobsSpecGen.Conformance.Model;

/// <summary>Executes calls on the step function without a backend.</summary>
internal static class Replay
{
    /// <summary>Returns the state of the call's partition after the trace. All calls of the trace must be on that partition.</summary>
    public static object StateAfter(SuiteModel model, Trace trace, SpecCall call)
    {
        var state = model.Suite.CreateState(model.PartitionOf(call));
        for (var i = 0; i < trace.Calls.Count; i++)
        {
            state = model.Suite.Step(state, trace.Calls[i], i + 1).State;
        }

        return state;
    }

    /// <summary>Executes a call after the trace.</summary>
    public static StepReport Step(SuiteModel model, Trace trace, SpecCall call) =>
        model.Suite.Step(StateAfter(model, trace, call), call, trace.Calls.Count + 1);
}
