using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Linearization;

/// <summary>The memoization key of the search. Two partial linearizations with equal keys have the same continuations.</summary>
/// <param name="State">The state, with its times replaced by their ranks.</param>
/// <param name="Bound">The known bindings of its times and server-chosen numbers.</param>
internal sealed record SearchKey(SpecValue State, string Bound);

/// <summary>Creates the memoization keys. A time in a state is represented by its rank and its binding.</summary>
internal sealed class SearchKeys(SuiteModel model)
{
    private readonly StateKey _states = new(model);

    /// <summary>Whether the spec has values that are symbols in the oracle: timestamps or server-chosen numbers.</summary>
    public bool HasSymbols { get; } = model.Spec.Shapes.Values.Any(s => s.Kind == ShapeKind.Timestamp || s.ServerChosen);

    public SearchKey Of(object state, Bindings bindings) => HasSymbols
        ? new(_states.Of(state), string.Join(',', _states.Times(state).Select(bindings.DescribeTime)) + "|" + bindings.DescribeServerChosen())
        : new(_states.Of(state), "");
}
