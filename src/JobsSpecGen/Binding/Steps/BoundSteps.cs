using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Steps;

/// <summary>Steps that are bound so far, the scope that they leave, and whether they always end the operation.</summary>
internal sealed class BoundSteps(Scope scope)
{
    private readonly List<Step> _steps = [];

    public Scope Scope { get; set; } = scope;

    public bool Ends { get; set; }

    public EquatableArray<Step> Steps => _steps.ToEquatableArray();

    public void Add(Step step) => _steps.Add(step);

    public void Append(BoundSteps next)
    {
        _steps.AddRange(next._steps);
        Scope = next.Scope;
        Ends = next.Ends;
    }

    /// <summary>Makes changed rows part of the state, because what follows reads it.</summary>
    public BoundSteps Flush()
    {
        if (Scope.Dirty.Count > 0)
        {
            var targets = Scope.Dirty
                .OrderBy(name => name, System.StringComparer.Ordinal)
                .Select(name => new RowTarget(name, Scope.Variables[name].Collection.Name));
            _steps.Add(new Step.Flush(targets.ToEquatableArray()));
            Scope = Scope with { Dirty = ImmutableHashSet<string>.Empty };
        }

        return this;
    }

    /// <summary>Flushes where any of the expressions reads the state.</summary>
    public void FlushFor(params Expr?[] expressions)
    {
        if (expressions.Any(ExprFacts.ReadsState))
        {
            Flush();
        }
    }
}
