using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>Builds a sequence of calls with the observations after them.</summary>
internal sealed class Walk
{
    private const int MaxObservations = 2;

    private readonly SuiteModel _model;
    private readonly ObservationCalls _observations;
    private readonly List<SpecCall> _calls;
    private object _state;
    private bool _isObservationDue;

    public Walk(SuiteModel model, ObservationCalls observations, Node start)
    {
        _model = model;
        _observations = observations;
        _calls = [.. start.Trace().Calls];
        _state = start.State;
        _isObservationDue = _calls.Count > 0;
    }

    public IReadOnlyList<SpecCall> Calls => _calls;

    /// <summary>Adds a call that does not change the state.</summary>
    public void AddUnchanging(Transition step)
    {
        _calls.Add(step.Request);
        _isObservationDue |= !_model.Operation(step.Request.Operation).IsReadOnly;
    }

    /// <summary>Adds a call that changes the state, and the observations whose outcome should change. Returns the new state.</summary>
    public object AddChanging(Transition step)
    {
        ObserveUnchanged();
        _calls.Add(step.Request);
        var before = _state;
        _state = step.Report.State;
        _calls.AddRange(Reads()
            .Where(observation => !Outcome(before, observation).Equals(Outcome(_state, observation)))
            .OrderByDescending(ShownValues)
            .Take(MaxObservations));
        return _state;
    }

    /// <summary>Adds an observation where refused calls since the last one should have left the state unchanged.</summary>
    public void ObserveUnchanged()
    {
        if (_isObservationDue && Reads().MaxBy(ShownValues) is { } observation)
        {
            _calls.Add(observation);
        }

        _isObservationDue = false;
    }

    private IReadOnlyList<SpecCall> Reads() => _calls.Count == 0
        ? []
        : _observations.Reading(_model.PartitionOf(_calls[0]), KnownIdentities.Of(_model, _calls.Where(c => !_model.Operation(c.Operation).IsReadOnly)));

    private int ShownValues(SpecCall observation) => Values.Leaves(Step(_state, observation).Response);

    private (string?, SpecValue?) Outcome(object state, SpecCall observation)
    {
        var report = Step(state, observation);
        return (report.Refusal?.Error, report.Response ?? report.Refusal?.Data);
    }

    private StepReport Step(object state, SpecCall observation) => _model.Suite.Step(state, observation, _calls.Count + 1);
}
