using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Reports;

/// <summary>A desk target with given options and its own name.</summary>
internal sealed class DeskTargetWithOptions(ConformanceOptions options, DeskFault fault = DeskFault.None) : IConformanceTarget
{
    private readonly DeskTarget _desk = new(fault);

    public string Name => "the desk";

    public ConformanceOptions Options => options;

    public TimeSpan EnvironmentDelay => _desk.EnvironmentDelay;

    public TimeSpan ClockTolerance => _desk.ClockTolerance;

    public int Calls => _desk.Calls;

    public ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken) => _desk.CallAsync(call, cancellationToken);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();
}
