namespace JobsSpecGen.Conformance.Model;

/// <summary>Running calls through the step function alone.</summary>
internal static class Replay
{
    /// <summary>The state of the call's partition after the trace, all of whose calls are on that partition.</summary>
    public static object StateAfter(SuiteModel model, Trace trace, SpecCall call)
    {
        var state = model.Suite.CreateState(model.PartitionOf(call));
        for (var i = 0; i < trace.Calls.Count; i++)
        {
            state = model.Suite.Step(state, trace.Calls[i], i + 1).State;
        }

        return state;
    }

    public static StepReport Step(SuiteModel model, Trace trace, SpecCall call) =>
        model.Suite.Step(StateAfter(model, trace, call), call, trace.Calls.Count + 1);
}
