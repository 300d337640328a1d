using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>A sequence of calls while it is made up, with the looks at what they leave.</summary>
internal sealed class Walk
{
    private const int MostLooks = 2;

    private readonly SuiteModel _model;
    private readonly ObservationCalls _observations;
    private readonly List<SpecCall> _calls;
    private object _state;
    private bool _isUnseen;

    public Walk(SuiteModel model, ObservationCalls observations, Node start)
    {
        _model = model;
        _observations = observations;
        _calls = [.. start.Trace().Calls];
        _state = start.State;
        _isUnseen = _calls.Count > 0;
    }

    public IReadOnlyList<SpecCall> Calls => _calls;

    /// <summary>Makes a call that changes nothing.</summary>
    public void Stay(Transition step)
    {
        _calls.Add(step.Request);
        _isUnseen |= !_model.Operation(step.Request.Operation).IsReadOnly;
    }

    /// <summary>Makes a call that changes something, and looks at what should be different.</summary>
    public object Move(Transition step)
    {
        Look();
        _calls.Add(step.Request);
        var before = _state;
        _state = step.Report.State;
        _calls.AddRange(Reading()
            .Where(observation => !Outcome(before, observation).Equals(Outcome(_state, observation)))
            .OrderByDescending(Shows)
            .Take(MostLooks));
        return _state;
    }

    /// <summary>Observations at what refused calls should have left alone.</summary>
    public void Look()
    {
        if (_isUnseen && Reading().MaxBy(Shows) is { } observation)
        {
            _calls.Add(observation);
        }

        _isUnseen = false;
    }

    private IReadOnlyList<SpecCall> Reading() => _calls.Count == 0
        ? []
        : _observations.Reading(_model.PartitionOf(_calls[0]), KnownIdentities.Of(_model, _calls.Where(c => !_model.Operation(c.Operation).IsReadOnly)));

    private int Shows(SpecCall observation) => Values.Leaves(Step(_state, observation).Response);

    private (string?, SpecValue?) Outcome(object state, SpecCall observation)
    {
        var report = Step(state, observation);
        return (report.Refusal?.Error, report.Response ?? report.Refusal?.Data);
    }

    private StepReport Step(object state, SpecCall observation) => _model.Suite.Step(state, observation, _calls.Count + 1);
}
