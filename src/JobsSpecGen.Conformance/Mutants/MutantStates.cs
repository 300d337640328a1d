using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Mutants;

/// <summary>The current states of a mutant's partitions.</summary>
internal sealed class MutantStates(SuiteModel model, Mutation mutation)
{
    private readonly Dictionary<SpecValue, object> _states = [];
    private readonly Dictionary<SpecValue, object> _previousStates = [];
    private SpecValue? _lastKey;

    /// <summary>Executes a call and stores the new state. Returns null, and stores nothing, if the mutant throws.</summary>
    public StepReport? Try(SpecCall call, long now)
    {
        var partition = model.PartitionOf(call);
        var key = KeyOf(call, partition);
        var state = _states.GetValueOrDefault(key) ?? model.Suite.CreateState(partition);
        var isStale = mutation.HostOperator == HostMutationOperator.AnswersFromPreviousState && mutation.IsAbout(call);
        var report = mutation.Try(isStale ? _previousStates.GetValueOrDefault(key, state) : state, call, now);
        _lastKey = key;
        if (report is not null && !isStale)
        {
            if (!ReferenceEquals(state, report.State))
            {
                _previousStates[key] = state;
            }

            _states[key] = report.State;
        }

        return report;
    }

    private SpecValue KeyOf(SpecCall call, SpecValue partition) => mutation.HostOperator switch
    {
        HostMutationOperator.SharesPartitions => SpecValue.Absent,
        HostMutationOperator.UsesPartitionOfLastCall when mutation.IsAbout(call) => _lastKey ?? partition,
        _ => partition,
    };
}
