namespace JobsSpecGen.Conformance.Model;

/// <summary>The oracle: the model's state of every partition in play. Time is a counter of calls.</summary>
internal sealed class Oracle(SuiteModel model)
{
    private readonly Dictionary<SpecValue, object> _states = [];
    private readonly List<SpecValue> _partitions = [];

    public long Now { get; private set; }

    /// <summary>The partitions that calls have touched, in the order in which they did.</summary>
    public IReadOnlyList<SpecValue> Partitions => _partitions;

    public long Tick() => ++Now;

    public object StateOf(SpecValue partition) => _states.GetValueOrDefault(partition) ?? model.Suite.CreateState(partition);

    /// <summary>What a call would do now; changes nothing.</summary>
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
