using System.Collections.Generic;
using System.Collections.Immutable;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Expressions;

/// <summary>What a variable of the steps stands for.</summary>
/// <param name="Collection">The collection of its row or rows.</param>
/// <param name="IsList">True for all rows of a selection, false for one.</param>
/// <param name="ChoiceClause">The clause of the selection that chose the row or rows; null: none.</param>
internal sealed record Variable(CollectionModel Collection, bool IsList, string? ChoiceClause);

/// <summary>What the names in an expression mean at one place in the steps. Immutable, so that branches cannot disturb each other.</summary>
internal sealed record Scope(string Operation, Shape Input)
{
    public ImmutableDictionary<string, Variable> Variables { get; init; } = ImmutableDictionary<string, Variable>.Empty;

    /// <summary>Nullable paths, for instance <c>input.limit</c>, that a condition around has shown to be there.</summary>
    public ImmutableHashSet<string> Present { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Row variables with changes that the state does not have yet.</summary>
    public ImmutableHashSet<string> Dirty { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>False in environment actions.</summary>
    public bool IsOperation { get; init; }

    /// <summary>The errors that the operation lists.</summary>
    public ImmutableHashSet<string> Errors { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Whether a mistake before this place may have left out names: then an unknown one is not reported too.</summary>
    public bool HasUnknownNames { get; init; }

    /// <summary>Whether a condition around could not be understood: then it is unclear what is there, and not reported.</summary>
    public bool HasUnknownConditions { get; init; }

    public Scope With(string name, Variable variable) => this with { Variables = Variables.SetItem(name, variable) };

    public Scope WithPresent(IEnumerable<string> paths) => this with { Present = Present.Union(paths) };
}
