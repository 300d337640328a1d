using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>The local variables that the steps of an operation need.</summary>
internal sealed class StepVariables
{
    private readonly List<(string Name, string Collection, bool IsList)> _selected = [];
    private readonly HashSet<string> _written = [];
    private readonly List<int> _lateMutants = [];

    /// <summary>Rows that are selected or created. They are declared first, because different branches can select the same one.</summary>
    public IReadOnlyList<(string Name, string Collection, bool IsList)> Selected => _selected;

    public bool HasRefusal { get; private set; }

    /// <summary>The mutants that reject after the state has changed; empty except in the step function with mutants.</summary>
    public IReadOnlyList<int> LateMutants => _lateMutants;

    public static StepVariables Of(IEnumerable<Step> steps)
    {
        var variables = new StepVariables();
        variables.Visit(steps);
        return variables;
    }

    /// <summary>Whether the row is written back, so that its stored version must be kept.</summary>
    public bool IsWritten(string name) => _written.Contains(name);

    private void Visit(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case Step.Select select:
                    Select(select.Variable, select.RowQuery.Collection, isList: false);
                    Refuse(select.Otherwise as Ending.Refusal);
                    break;
                case Step.SelectAll all:
                    Select(all.Variable, all.RowQuery.Collection, isList: true);
                    break;
                case Step.Create create:
                    Select(create.Variable, create.Collection, isList: false);
                    break;
                case Step.Require require:
                    Refuse(require.Otherwise);
                    break;
                case Step.Transition move:
                    Refuse(move.Otherwise);
                    break;
                case Step.When branch:
                    Visit(branch.Then);
                    Visit(branch.Else);
                    break;
                case Step.ForEach each:
                    Visit(each.Do);
                    break;
                case Step.Remove remove:
                    _written.Add(remove.Target.Variable);
                    break;
                case Step.Flush flush:
                    _written.UnionWith(flush.Targets.Select(target => target.Variable));
                    break;
            }
        }
    }

    private void Refuse(Ending.Refusal? refusal)
    {
        HasRefusal |= refusal is not null;
        if (refusal?.LateMutant is { } late && !_lateMutants.Contains(late))
        {
            _lateMutants.Add(late);
        }
    }

    private void Select(string name, string collection, bool isList)
    {
        if (!_selected.Contains((name, collection, isList)))
        {
            _selected.Add((name, collection, isList));
        }
    }
}
