using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Steps;

/// <summary>Bound steps, the scope after them, and whether they always end the operation.</summary>
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

    /// <summary>Writes changed rows to the state, because a later step reads it.</summary>
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

    /// <summary>Writes changed rows to the state if any of the expressions reads it.</summary>
    public void FlushFor(params Expr?[] expressions)
    {
        if (expressions.Any(ExprFacts.ReadsState))
        {
            Flush();
        }
    }
}
