using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Linearization;

/// <summary>What two ways through a history must have in common so that what comes after them is the same.</summary>
/// <param name="State">The state, with its times by rank.</param>
/// <param name="Bound">What the backend's answers have shown of its times and chosen numbers.</param>
internal sealed record SearchKey(SpecValue State, string Bound);

/// <summary>Makes the keys. Times in a state count only by their order and by what they are bound to.</summary>
internal sealed class SearchKeys(SuiteModel model)
{
    private readonly StateKey _states = new(model);

    /// <summary>Whether values of the spec stand for what only the backend knows.</summary>
    public bool HasSymbols { get; } = model.Spec.Shapes.Values.Any(s => s.Kind == ShapeKind.Timestamp || s.ServerChosen);

    public SearchKey Of(object state, Bindings bindings) => HasSymbols
        ? new(_states.Of(state), string.Join(',', _states.Times(state).Select(bindings.Outline)) + "|" + bindings.ChosenOutline())
        : new(_states.Of(state), "");
}
