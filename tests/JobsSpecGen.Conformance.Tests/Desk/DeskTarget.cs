namespace JobsSpecGen.Conformance.Tests.Desk;

/// <summary>A backend of the desk that uses the system clock and chooses its own numbers.</summary>
internal sealed class DeskTarget(DeskFault fault = DeskFault.None) : IConformanceTarget
{
    private readonly Dictionary<string, DeskState> _desks = [];
    private long _number = 5_000;

    private readonly List<(string Desk, DeskState State, DateTime Due)> _delayed = [];

    public TimeSpan EnvironmentDelay { get; init; }

    /// <summary>The actual delay until responses show the effect of an environment action.</summary>
    public TimeSpan ActualDelay { get; init; }

    public bool InSeconds { get; init; }

    public TimeSpan ClockTolerance => TimeSpan.FromSeconds(1);

    /// <summary>The operation that the adapter does not support.</summary>
    public string? Unsupported { get; init; }

    /// <summary>The operation for which the adapter throws an exception.</summary>
    public string? Throws { get; init; }

    /// <summary>Changes the report of a step. Null changes nothing.</summary>
    public Func<DeskState, SpecCall, StepReport, StepReport>? ChangeReport { get; init; }

    public ConformanceOptions Options { get; init; } = ConformanceOptions.FromEnvironment();

    public int Calls { get; private set; }

    public bool IsDisposed { get; private set; }

    public ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
    {
        Calls++;
        if (call.Operation == Unsupported)
        {
            return new(new CallOutcome.Unsupported("there is no way"));
        }

        if (call.Operation == Throws)
        {
            return new(new CallOutcome.Broken(new TimeoutException("no answer")));
        }

        try
        {
            return new(Execute(call));
        }
        catch (InvalidOperationException exception)
        {
            return new(new CallOutcome.Broken(exception));
        }
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }

    private CallOutcome Execute(SpecCall call)
    {
        var desk = (call.Request["desk"] as SpecValue.Text)?.Value ?? "";
        var isEnvironment = call.Operation is "OpenTicket" or "DropTicket";
        ApplyDelayed(change => isEnvironment || change.Due <= DateTime.UtcNow);
        var report = Run(desk, call);
        if (isEnvironment && ActualDelay > TimeSpan.Zero)
        {
            _delayed.Add((desk, (DeskState)report.State, DateTime.UtcNow + ActualDelay));
        }
        else
        {
            _desks[desk] = (DeskState)report.State;
        }

        if (fault == DeskFault.UpdatesEveryDesk && call.Operation == "UpdateTicket" && report.Refusal is null)
        {
            foreach (var other in _desks.Keys.Where(d => d != desk).ToList())
            {
                _desks[other] = (DeskState)Run(other, call).State;
            }
        }

        if (report.Refusal is { } refusal)
        {
            return new CallOutcome.Refused(refusal.Error, 400, "no", refusal.Data);
        }

        var response = report.Response ?? SpecValue.Absent;
        return new CallOutcome.Answered(fault == DeskFault.RequiredMemberForgotten && response is SpecValue.Record { Members.Count: 1 } r && r["ticket"] is SpecValue.Record ticket
            ? r.With("ticket", ticket.With("openedAt", SpecValue.Absent))
            : response);
    }

    private void ApplyDelayed(Func<(string Desk, DeskState State, DateTime Due), bool> isDue)
    {
        foreach (var change in _delayed.Where(isDue).ToList())
        {
            _desks[change.Desk] = change.State;
            _delayed.Remove(change);
        }
    }

    private StepReport Run(string desk, SpecCall call)
    {
        var state = _desks.GetValueOrDefault(desk, DeskState.Empty);
        if (fault == DeskFault.ListsEveryDesk && call.Operation == "ListTickets")
        {
            state = new([.. _desks.Values.SelectMany(d => d.Tickets)]);
            return new DeskLogic(state, call, Now(), fault, Number).Run() with { State = _desks.GetValueOrDefault(desk, DeskState.Empty) };
        }

        var report = new DeskLogic(state, call, Now(), fault, Number).Run();
        return ChangeReport?.Invoke(state, call, report) ?? report;
    }

    private long Number(string id) => fault == DeskFault.NumberUsedTwice ? _number : ++_number;

    private long Now() => InSeconds ? DateTimeOffset.UtcNow.ToUnixTimeSeconds() : DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
}
