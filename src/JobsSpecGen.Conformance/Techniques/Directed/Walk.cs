using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>A sequence of calls while it is made up, with the looks at what they leave.</summary>
internal sealed class Walk
{
    private const int MostLooks = 2;

    private readonly SuiteModel _model;
    private readonly Probes _probes;
    private readonly List<SpecCall> _calls;
    private object _state;
    private bool _isUnseen;

    public Walk(SuiteModel model, Probes probes, Node start)
    {
        _model = model;
        _probes = probes;
        _calls = [.. start.Trace().Calls];
        _state = start.State;
        _isUnseen = _calls.Count > 0;
    }

    public IReadOnlyList<SpecCall> Calls => _calls;

    /// <summary>Makes a call that changes nothing.</summary>
    public void Stay(WorldStep step)
    {
        _calls.Add(step.Request);
        _isUnseen |= !_model.Operation(step.Request.Operation).IsReadOnly;
    }

    /// <summary>Makes a call that changes something, and looks at what should be different.</summary>
    public object Move(WorldStep step)
    {
        Look();
        _calls.Add(step.Request);
        var before = _state;
        _state = step.Report.State;
        _calls.AddRange(Reading()
            .Where(probe => !Outcome(before, probe).Equals(Outcome(_state, probe)))
            .OrderByDescending(Shows)
            .Take(MostLooks));
        return _state;
    }

    /// <summary>Looks at what refused calls should have left alone.</summary>
    public void Look()
    {
        if (_isUnseen && Reading().MaxBy(Shows) is { } probe)
        {
            _calls.Add(probe);
        }

        _isUnseen = false;
    }

    private IReadOnlyList<SpecCall> Reading() => _calls.Count == 0
        ? []
        : _probes.Reading(_model.PartitionOf(_calls[0]), IdentitiesInPlay.Of(_model, _calls.Where(c => !_model.Operation(c.Operation).IsReadOnly)));

    private int Shows(SpecCall probe) => Values.Leaves(Step(_state, probe).Response);

    private (string?, SpecValue?) Outcome(object state, SpecCall probe)
    {
        var report = Step(state, probe);
        return (report.Refusal?.Error, report.Response ?? report.Refusal?.Data);
    }

    private StepReport Step(object state, SpecCall probe) => _model.Suite.Step(state, probe, _calls.Count + 1);
}
