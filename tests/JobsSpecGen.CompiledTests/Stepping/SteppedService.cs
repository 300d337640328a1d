using System.Reflection;
using IotJobsData;
using JobsSpecGen.Conformance;
using LendingLibrary;

namespace JobsSpecGen.CompiledTests.Stepping;

/// <summary>A generated service from all its sides: the suite, the reference and the typed step function.</summary>
public sealed class SteppedService
{
    private readonly Type _model;
    private readonly Type _values;
    private readonly Type _trace;
    private readonly Func<TimeProvider, IConformanceTarget> _reference;

    private SteppedService(ConformanceSuite suite, Type model, Func<TimeProvider, IConformanceTarget> reference)
    {
        Suite = suite;
        _reference = reference;
        _model = model;
        var name = model.FullName![..^"Model".Length];
        _trace = model.Assembly.GetType(name + "Trace", throwOnError: true)!;
        _values = suite.GetType().Assembly.GetType(name + "Values", throwOnError: true)!;
    }

    public static SteppedService Jobs { get; } = new(JobsDataPlaneSuite.Instance, typeof(JobsDataPlaneModel), clock => new JobsReference(clock));

    public static SteppedService Lending { get; } = new(LendingDeskSuite.Instance, typeof(LendingDeskModel), clock => new LendingReference(clock));

    public ConformanceSuite Suite { get; }

    public IConformanceTarget CreateReference(TimeProvider clock) => _reference(clock);

    /// <summary>Runs the step function on a state itself, not on a fork of it, and tells whether it refused.</summary>
    public bool IsRefusedInPlace(object state, SpecCall call, long now, bool traced)
    {
        var request = _values.GetMethod("To" + call.Operation + "Request", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [call.Request]);
        var result = _model.GetMethod(call.Operation)!.Invoke(null, [state, request, now, traced ? Activator.CreateInstance(_trace) : null]);
        return result is not null && (result is Exception || result.GetType().GetProperty("Refusal")!.GetValue(result) is not null);
    }

    /// <summary>A state that starts as another and goes its own way.</summary>
    public static object Fork(object state) => state.GetType().GetMethod("Fork")!.Invoke(state, null)!;

    public override string ToString() => Suite.Spec.Service;

    private sealed class JobsReference(TimeProvider clock) : JobsDataPlaneBackend
    {
        public override IJobsDataPlane Service { get; } = new InMemoryJobsDataPlane(clock);
    }

    private sealed class LendingReference(TimeProvider clock) : LendingDeskBackend
    {
        public override ILendingDesk Service { get; } = new InMemoryLendingDesk(clock);
    }
}
