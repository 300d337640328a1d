namespace JobsSpecGen.Conformance.Tests.Desk;

/// <summary>A backend of the desk with real times and numbers of its own.</summary>
internal sealed class DeskTarget(DeskFault fault = DeskFault.None) : IConformanceTarget
{
    private readonly Dictionary<string, DeskState> _desks = [];
    private long _number = 5_000;

    private readonly List<(string Desk, DeskState State, DateTime Due)> _late = [];

    public TimeSpan EnvironmentDelay { get; init; }

    /// <summary>How long what the environment did really takes to show.</summary>
    public TimeSpan Lateness { get; init; }

    public bool InSeconds { get; init; }

    public TimeSpan ClockTolerance => TimeSpan.FromSeconds(1);

    /// <summary>What the adapter says that it cannot do.</summary>
    public string? Cannot { get; init; }

    /// <summary>On what the adapter throws.</summary>
    public string? Breaks { get; init; }

    /// <summary>What becomes of a step that was right so far; null: nothing else.</summary>
    public Func<DeskState, SpecCall, StepReport, StepReport>? Tamper { get; init; }

    public ConformanceOptions Options { get; init; } = ConformanceOptions.FromEnvironment();

    public int Calls { get; private set; }

    public bool IsDisposed { get; private set; }

    public ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
    {
        Calls++;
        if (call.Operation == Cannot)
        {
            return new(new CallOutcome.Unsupported("there is no way"));
        }

        if (call.Operation == Breaks)
        {
            return new(new CallOutcome.Broken(new TimeoutException("no answer")));
        }

        try
        {
            return new(Act(call));
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

    private CallOutcome Act(SpecCall call)
    {
        var desk = (call.Request["desk"] as SpecValue.Text)?.Value ?? "";
        var isEnvironment = call.Operation is "OpenTicket" or "DropTicket";
        Show(late => isEnvironment || late.Due <= DateTime.UtcNow);
        var report = Run(desk, call);
        if (isEnvironment && Lateness > TimeSpan.Zero)
        {
            _late.Add((desk, (DeskState)report.State, DateTime.UtcNow + Lateness));
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

    private void Show(Func<(string Desk, DeskState State, DateTime Due), bool> which)
    {
        foreach (var late in _late.Where(which).ToList())
        {
            _desks[late.Desk] = late.State;
            _late.Remove(late);
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
        return Tamper?.Invoke(state, call, report) ?? report;
    }

    private long Number(string id) => fault == DeskFault.NumberUsedTwice ? _number : ++_number;

    private long Now() => InSeconds ? DateTimeOffset.UtcNow.ToUnixTimeSeconds() : DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
}
