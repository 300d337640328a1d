using JobsSpecGen.CompiledTests.Harness;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Stepping;

/// <summary>
/// The step function over snapshots and the reference over its indexes, side by side under one clock. After every call all
/// that can be read of either is compared.
/// </summary>
internal sealed class LockStep
{
    private readonly SteppedService _service;
    private readonly TestClock _clock = new();
    private readonly IConformanceTarget _reference;
    private readonly Dictionary<SpecValue, object> _states = [];
    private readonly IReadOnlyList<SpecCall> _probes;
    private readonly List<(object State, SpecValue.Record Rows)> _passed = [];

    public LockStep(SteppedService service)
    {
        _service = service;
        _reference = service.CreateReference(_clock);
        _probes = [.. Probes(service.Suite.Spec)];
    }

    private SpecInfo Spec => _service.Suite.Spec;

    private long Now => Spec.TicksPerSecond == 1 ? _clock.GetUtcNow().ToUnixTimeSeconds() : _clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Makes a call on both sides; the report is that of the step function.</summary>
    public async Task<StepReport> CallAsync(SpecCall call, TimeSpan after)
    {
        _clock.Advance(after);
        var before = StateOf(call);
        var rows = _service.Suite.Inspect(before);
        var step = await CompareAsync(call);
        Assert.Equal(rows, _service.Suite.Inspect(before));
        AssertDeterministic(call, before, step);
        if (step.Refusal is not null)
        {
            Assert.Equal(rows, _service.Suite.Inspect(step.State));
            AssertRefusedInPlace(call, before);
        }

        _states[PartitionOf(call)] = step.State;
        _passed.Add((step.State, _service.Suite.Inspect(step.State)));
        foreach (var probe in _probes)
        {
            var seen = await CompareAsync(probe);
            Assert.Equal(_service.Suite.Inspect(StateOf(probe)), _service.Suite.Inspect(seen.State));
        }

        return step;
    }

    /// <summary>A state that was passed is a value: nothing that came later has changed it.</summary>
    public void AssertHistoryUntouched()
    {
        foreach (var (state, rows) in _passed)
        {
            Assert.Equal(rows, _service.Suite.Inspect(state));
        }
    }

    private async Task<StepReport> CompareAsync(SpecCall call)
    {
        var expected = _service.Suite.Step(StateOf(call), call, Now);
        var actual = await _reference.CallAsync(call, CancellationToken.None);
        var found = actual switch
        {
            CallOutcome.Answered answered => $"answered {answered.Response}",
            CallOutcome.Refused refused => $"refused {refused.Error} {refused.Data}",
            _ => actual.ToString(),
        };
        Assert.Equal(
            expected.Refusal is { } refusal ? $"refused {refusal.Error} {refusal.Data}" : $"answered {expected.Response ?? SpecValue.Absent}",
            found);
        foreach (var violation in expected.Refusal?.Violations ?? [])
        {
            // Of a member that is missing the engine and the validator speak in different words, of the same place.
            Assert.Contains(violation.Path + ": expected", ((CallOutcome.Refused)actual).Message);
        }

        return expected;
    }

    private void AssertDeterministic(SpecCall call, object before, StepReport step)
    {
        var again = _service.Suite.Step(before, call, Now);
        Assert.Equal(_service.Suite.Inspect(step.State), _service.Suite.Inspect(again.State));
        Assert.Equal((step.Response, step.Refusal?.Error, step.Refusal?.Data), (again.Response, again.Refusal?.Error, again.Refusal?.Data));
        Assert.Equal(step.Points, again.Points);
        Assert.Equal(step.Faults, again.Faults);
    }

    /// <summary>What a step began before it was refused is undone in the state that it was given, traced or not.</summary>
    private void AssertRefusedInPlace(SpecCall call, object before)
    {
        foreach (var traced in (bool[])[false, true])
        {
            var fork = SteppedService.Fork(before);
            Assert.True(_service.IsRefusedInPlace(fork, call, Now, traced));
            Assert.Equal(_service.Suite.Inspect(before), _service.Suite.Inspect(fork));
        }
    }

    private object StateOf(SpecCall call)
    {
        var partition = PartitionOf(call);
        return _states.TryGetValue(partition, out var state) ? state : _service.Suite.CreateState(partition.IsPresent ? partition : SpecValue.Of(""));
    }

    private SpecValue PartitionOf(SpecCall call) =>
        call.Request[Spec.Operations.First(o => o.Name == call.Operation).PartitionMember];

    /// <summary>Every read-only operation on every identity in play.</summary>
    private static IEnumerable<SpecCall> Probes(SpecInfo spec)
    {
        var calls = new CallGen(spec);
        foreach (var operation in spec.Operations.Where(o => o.IsReadOnly && !o.IsEnvironment))
        {
            IEnumerable<SpecValue.Record> requests = [new([])];
            foreach (var member in spec.Shapes[operation.Input].Members.Where(m => m.Required))
            {
                requests = [.. requests.SelectMany(r => calls.Valid(spec.Shapes[member.Shape]).Select(v => r.With(member.Name, v)))];
            }

            foreach (var request in requests)
            {
                yield return new(operation.Name, request);
            }
        }
    }
}
