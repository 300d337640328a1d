using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Mutants;

/// <summary>The states of a mutant's partitions, as calls change them.</summary>
internal sealed class MutantStates(SuiteModel model, Mutation mutation)
{
    private readonly Dictionary<SpecValue, object> _states = [];
    private readonly Dictionary<SpecValue, object> _before = [];
    private SpecValue? _last;

    /// <summary>Null where the mutant breaks: then nothing is changed.</summary>
    public StepReport? Try(SpecCall call, long now)
    {
        var name = model.PartitionOf(call);
        var key = PlaceOf(call, name);
        var state = _states.GetValueOrDefault(key) ?? model.Suite.CreateState(name);
        var isStale = mutation.HostOperator == HostMutationOperator.AnswersFromPreviousState && mutation.IsAbout(call);
        var report = mutation.Try(isStale ? _before.GetValueOrDefault(key, state) : state, call, now);
        _last = key;
        if (report is not null && !isStale)
        {
            if (!ReferenceEquals(state, report.State))
            {
                _before[key] = state;
            }

            _states[key] = report.State;
        }

        return report;
    }

    private SpecValue PlaceOf(SpecCall call, SpecValue name) => mutation.HostOperator switch
    {
        HostMutationOperator.SharesPartitions => SpecValue.Absent,
        HostMutationOperator.UsesPartitionOfLastCall when mutation.IsAbout(call) => _last ?? name,
        _ => name,
    };
}
