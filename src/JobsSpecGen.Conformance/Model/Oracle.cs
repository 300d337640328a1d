namespace JobsSpecGen.Conformance.Model;

/// <summary>The oracle: the step function with the current state of every partition that a test case uses. Its time is a counter of calls.</summary>
internal sealed class Oracle(SuiteModel model)
{
    private readonly Dictionary<SpecValue, object> _states = [];
    private readonly List<SpecValue> _partitions = [];

    public long Now { get; private set; }

    /// <summary>The partitions that committed calls named, in the order of their first call.</summary>
    public IReadOnlyList<SpecValue> Partitions => _partitions;

    public long Tick() => ++Now;

    public object StateOf(SpecValue partition) => _states.GetValueOrDefault(partition) ?? model.Suite.CreateState(partition);

    /// <summary>Executes a call on the current state without committing the new state.</summary>
    public StepReport Peek(SpecCall call) => model.Suite.Step(StateOf(model.PartitionOf(call)), call, Now);

    public void Commit(SpecCall call, StepReport report)
    {
        var partition = model.PartitionOf(call);
        if (!_states.ContainsKey(partition))
        {
            _partitions.Add(partition);
        }

        _states[partition] = report.State;
    }
}
