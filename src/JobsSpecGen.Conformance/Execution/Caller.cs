using System.Diagnostics;
using System.Globalization;
using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>Makes calls on the backend, runs the oracle beside it and compares the two.</summary>
internal sealed class Caller(SuiteModel model, IConformanceTarget target, TimeProvider clock, ResponseConstraints responses, TimeSpan timeout)
{
    /// <summary>The longest wait for the next unit of time. The clock may be one that stands still.</summary>
    private static readonly TimeSpan MaxTickWait = TimeSpan.FromMilliseconds(20);

    private int _calls;

    private readonly IClockControl? _clockControl = target as IClockControl;

    public int Calls => _calls;

    /// <summary>Whether at least one unit of time separates any two calls that stamp a time, either by waiting or by advancing the clock.</summary>
    public bool SeparatesStamps => _clockControl is not null || model.Spec.TicksPerSecond >= 1000;

    public IConformanceTarget Target => target;

    /// <summary>Makes a call, compares the outcome with the oracle's and commits the call to the oracle.</summary>
    /// <param name="context">The test context.</param>
    /// <param name="call">The call.</param>
    /// <param name="isObservation">Whether the call is made only to observe.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="send">Sends the call in place of the target, for instance as a raw request; null sends it through the target.</param>
    public async Task<Exchange> CallAsync(CaseContext context, SpecCall call, bool isObservation, CancellationToken cancellationToken, Func<SpecCall, Task<CallOutcome>>? send = null)
    {
        var symbol = context.Oracle.Tick();
        var partition = model.PartitionOf(call);
        var before = context.Oracle.StateOf(partition);
        var report = context.Oracle.Peek(call);
        if (ServerChosenNumbers.AreUnbound(model, context.Bindings, call, before))
        {
            context.AmbiguityReason ??= "no operation shows a number that the backend chose";
        }

        var stamps = model.Points(report).Any(p => p.Kind is PointKind.Wrote or PointKind.Created);
        if (!model.Operation(call.Operation).IsReadOnly)
        {
            // Calls that should not stamp wait too: a stamp within the same unit of time could not be told from the earlier one.
            await NextTickAsync(context, cancellationToken).ConfigureAwait(false);
        }

        var sent = RequestTranslator.Translate(model, context.Bindings, call, Unit(Now, up: false));
        var start = Now;
        var actual = await SendAsync(sent, cancellationToken, send).ConfigureAwait(false);
        var (from, to) = Window(call, start, Now);
        if (stamps)
        {
            context.LastStamp = clock.GetTimestamp();
            context.Bindings.SetWindow(symbol, from, to);
        }

        var bindings = context.Bindings.Copy();
        var deviations = OutcomeComparer.Compare(model, bindings, call, report, actual);
        if (context.AmbiguityReason is not null)
        {
            deviations = [];
        }
        else if (deviations.Count == 0)
        {
            context.Bindings = bindings;
            responses.Record(call, actual);
        }
        else if (context.IsTolerant)
        {
            deviations = [.. deviations.Where(d => IsConstraintRefusal(d, actual))];
        }
        else if (context.Bindings.MayHaveEqualTimes() && model.Points(report).Any(p => p.IsByTime))
        {
            context.AmbiguityReason = "rows were stamped within one unit of time, so that their order is unknown";
            deviations = [];
        }

        context.RecordUnsupported(actual, call);

        var exchange = new Exchange(call, sent, isObservation, report, actual, before, deviations) { Stamp = new(symbol, from, to) };
        context.Log.Add(exchange);
        if (actual is CallOutcome.Answered ? report.Refusal is null || report.Refusal.Violations.Count == 0 : report.Refusal is { Violations.Count: 0 })
        {
            context.Oracle.Commit(call, report);
            if (model.Points(report).Any(p => p.Kind == PointKind.Removed))
            {
                ServerChosenNumbers.UnbindRemoved(model, context.Bindings, partition, before, report.State);
            }

            context.Provenance.Record(partition, report, model.Suite.Inspect(before), model.Suite.Inspect(report.State));
        }

        return exchange;
    }

    /// <summary>The earliest and the latest time, in the unit of the spec, that a call can stamp.</summary>
    public (long From, long To) Window(SpecCall call, DateTimeOffset start, DateTimeOffset end)
    {
        var delay = model.Operation(call.Operation).IsEnvironment ? target.EnvironmentDelay : TimeSpan.Zero;
        return (Unit(start - target.ClockTolerance, up: false), Unit(end + target.ClockTolerance + delay, up: true));
    }

    /// <summary>Makes a call of a concurrent client and records it for a history. Nothing is compared, and the oracle does not change.</summary>
    public async Task<HistoryCall> CallConcurrentlyAsync(int client, CaseContext context, SpecCall call, CancellationToken cancellationToken)
    {
        var sent = RequestTranslator.Translate(model, context.Bindings, call, Unit(Now, up: false));
        var from = Now;
        var start = Stopwatch.GetTimestamp();
        var outcome = await SendAsync(sent, cancellationToken).ConfigureAwait(false);
        var end = Stopwatch.GetTimestamp();
        var isEnvironment = model.Operation(call.Operation).IsEnvironment;

        // An adapter may refuse an environment action that is impossible at this moment with any exception.
        var isUnknown = outcome is CallOutcome.TimedOut || (isEnvironment && outcome is CallOutcome.Broken);
        var delay = isEnvironment ? (long)(target.EnvironmentDelay.TotalSeconds * Stopwatch.Frequency) : 0;
        return new(client, call, sent, start, isUnknown ? long.MaxValue : end + delay, isUnknown ? null : outcome)
        {
            Window = isUnknown ? (long.MinValue, long.MaxValue) : Window(call, from, Now),
        };
    }

    /// <summary>Makes an observation and also compares its outcome with the one that an earlier state would give.</summary>
    public async Task<Exchange> ObserveAsync(CaseContext context, SpecCall observation, object? earlier, CancellationToken cancellationToken)
    {
        var bindings = context.Bindings;
        var exchange = await CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false);
        if (earlier is null)
        {
            return exchange;
        }

        var previous = model.Suite.Step(earlier, observation, context.Oracle.Now);
        var differs = !HaveSameOutcome(previous, exchange.Expected);
        return exchange with
        {
            ShouldDiffer = differs,
            MatchesBefore = exchange.Deviates && differs && OutcomeComparer.Compare(model, bindings.Copy(), observation, previous, exchange.Actual).Count == 0,
        };
    }

    /// <summary>Makes a call without the oracle. The timeout bounds the wait.</summary>
    public async Task<CallOutcome> SendAsync(SpecCall sent, CancellationToken cancellationToken, Func<SpecCall, Task<CallOutcome>>? send = null)
    {
        Interlocked.Increment(ref _calls);
        try
        {
            return await (send is null ? target.CallAsync(sent, cancellationToken).AsTask() : send(sent)).WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new CallOutcome.TimedOut(string.Create(CultureInfo.InvariantCulture, $"waited for {timeout.TotalSeconds:0.###} s"));
        }
    }

    /// <summary>Makes a call through <paramref name="send"/>, without the oracle, and also returns the call as sent.</summary>
    public async Task<(SpecCall Sent, CallOutcome Outcome)> SendAsync(CaseContext context, SpecCall call, Func<SpecCall, Task<CallOutcome>> send, CancellationToken cancellationToken)
    {
        var sent = RequestTranslator.Translate(model, context.Bindings, call, Unit(Now, up: false));
        return (sent, await SendAsync(sent, cancellationToken, send).ConfigureAwait(false));
    }

    private bool IsConstraintRefusal(Deviation deviation, CallOutcome actual) =>
        deviation.Kind == DeviationKind.UnexpectedRefusal && actual is CallOutcome.Refused refused && refused.Error == model.Spec.InvalidInputError;

    private static bool HaveSameOutcome(StepReport one, StepReport other) =>
        one.Refusal?.Error == other.Refusal?.Error && Equals(one.Response, other.Response) && Equals(one.Refusal?.Data, other.Refusal?.Data);

    /// <summary>Waits until a full unit of time has passed since the last stamp, so that the next stamp is greater.</summary>
    private async Task NextTickAsync(CaseContext context, CancellationToken cancellationToken)
    {
        if (context.LastStamp is not { } last || !SeparatesStamps)
        {
            return;
        }

        var unit = TimeSpan.FromSeconds(1.0 / model.Spec.TicksPerSecond);
        if (_clockControl is not null)
        {
            await _clockControl.AdvanceAsync(unit, cancellationToken).ConfigureAwait(false);
            return;
        }

        var waiting = TimeProvider.System.GetTimestamp();
        while (clock.GetElapsedTime(last) <= unit && TimeProvider.System.GetElapsedTime(waiting) < MaxTickWait)
        {
            await Task.Yield();
        }
    }

    /// <summary>The best known estimate of the backend's clock.</summary>
    private DateTimeOffset Now => _clockControl?.UtcNow ?? clock.GetUtcNow();

    private long Unit(DateTimeOffset time, bool up)
    {
        var ticksPerUnit = TimeSpan.TicksPerSecond / model.Spec.TicksPerSecond;
        var ticks = (time - DateTimeOffset.UnixEpoch).Ticks;
        return (long)(up ? Math.Ceiling((decimal)ticks / ticksPerUnit) : Math.Floor((decimal)ticks / ticksPerUnit));
    }
}
