using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>Classes of statuses with equal behaviour: in a state with a single row, every request takes the same path for each status of a class.</summary>
internal static class StatusClasses
{
    /// <summary>Returns the first status of the class, by status.</summary>
    public static IReadOnlyDictionary<string, string> Of(SuiteModel model, Alphabet alphabet, ExplorationResult exploration)
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (lifecycle, status, trace) in exploration.Situations)
        {
            var state = Replay.StateAfter(model, trace, trace.Calls[0]);
            var behaviour = lifecycle.Field + "|" + string.Join(';', model.Spec.Operations.Where(o => !o.IsEnvironment)
                .SelectMany(o => alphabet.Of(o.Name).TakeWhile(r => r.Optionals < 2))
                .Select(r => string.Join(',', model.Suite.Step(state, r.Call, trace.Calls.Count + 1).Points))
                .Distinct()
                .Order(StringComparer.Ordinal));
            first.TryAdd(behaviour, status);
            classes[status] = first[behaviour];
        }

        return classes;
    }
}
