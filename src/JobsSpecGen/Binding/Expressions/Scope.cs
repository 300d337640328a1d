using System.Collections.Generic;
using System.Collections.Immutable;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Expressions;

/// <summary>A variable of the steps.</summary>
/// <param name="Collection">The collection of its row or rows.</param>
/// <param name="IsList">Whether the variable holds all rows of a selection instead of one.</param>
/// <param name="ChoiceClause">The clause of the selection that chose the row or rows; null if there is none.</param>
internal sealed record Variable(CollectionModel Collection, bool IsList, string? ChoiceClause);

/// <summary>The names in scope at one place in the steps. It is immutable, so that branches cannot affect each other.</summary>
internal sealed record Scope(string Operation, Shape Input)
{
    public ImmutableDictionary<string, Variable> Variables { get; init; } = ImmutableDictionary<string, Variable>.Empty;

    /// <summary>Nullable paths, for instance <c>input.limit</c>, that an enclosing condition has shown to be present.</summary>
    public ImmutableHashSet<string> Present { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Row variables with changes that are not yet written to the state.</summary>
    public ImmutableHashSet<string> Dirty { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Whether <c>return</c> is allowed; false in environment actions.</summary>
    public bool IsOperation { get; init; }

    /// <summary>The errors that the operation lists.</summary>
    public ImmutableHashSet<string> Errors { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Whether an earlier error may have left out names. Unknown names are not reported then.</summary>
    public bool HasUnknownNames { get; init; }

    /// <summary>Whether an enclosing condition has an error. Values that may be absent are not reported then.</summary>
    public bool HasUnknownConditions { get; init; }

    public Scope With(string name, Variable variable) => this with { Variables = Variables.SetItem(name, variable) };

    public Scope WithPresent(IEnumerable<string> paths) => this with { Present = Present.Union(paths) };
}
