using System.Diagnostics;
using System.Globalization;
using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>Makes calls on the backend and runs the oracle beside it.</summary>
internal sealed class Caller(SuiteModel model, IConformanceTarget target, TimeProvider clock, ResponseConstraints responses, TimeSpan timeout)
{
    /// <summary>How long to wait for a clock that may stand still.</summary>
    private static readonly TimeSpan LongestTick = TimeSpan.FromMilliseconds(20);

    private int _calls;

    private readonly IClockControl? _control = target as IClockControl;

    public int Calls => _calls;

    /// <summary>Whether at least a unit of time lies between any two calls that stamp: by waiting, or by moving the clock.</summary>
    public bool IsSpaced => _control is not null || model.Spec.TicksPerSecond >= 1000;

    public IConformanceTarget Target => target;

    /// <summary>Makes a call, compares, and moves the oracle on.</summary>
    /// <param name="context">The situation.</param>
    /// <param name="call">The call.</param>
    /// <param name="isObservation">Whether it is made only to look.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="send">Makes the call on the backend in a way of its own; null: as it is.</param>
    public async Task<Exchange> CallAsync(CaseContext context, SpecCall call, bool isObservation, CancellationToken cancellationToken, Func<SpecCall, Task<CallOutcome>>? send = null)
    {
        var symbol = context.Oracle.Tick();
        var partition = model.PartitionOf(call);
        var before = context.Oracle.StateOf(partition);
        var report = context.Oracle.Peek(call);
        if (ServerChosenNumbers.AreUnseen(model, context.Bindings, call, before))
        {
            context.Ambiguous ??= "no operation shows the number that the backend picked";
        }

        var stamps = model.Points(report).Any(p => p.Kind is PointKind.Wrote or PointKind.Created);
        if (!model.Operation(call.Operation).IsReadOnly)
        {
            // Also before calls that should not stamp: in the same unit of time nobody could tell whether they did.
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
        if (context.Ambiguous is not null)
        {
            deviations = [];
        }
        else if (deviations.Count == 0)
        {
            context.Bindings = bindings;
            responses.Note(call, actual);
        }
        else if (context.IsTolerant)
        {
            deviations = [.. deviations.Where(d => IsAboutConstraints(d, actual))];
        }
        else if (context.Bindings.MayTie() && model.Points(report).Any(p => p.IsByTime))
        {
            context.Ambiguous = "rows were stamped within one unit of time, so that their order cannot be told";
            deviations = [];
        }

        context.Observe(actual, call);

        var exchange = new Exchange(call, sent, isObservation, report, actual, before, deviations) { Stamp = new(symbol, from, to) };
        context.Log.Add(exchange);
        if (actual is CallOutcome.Answered ? report.Refusal is null || report.Refusal.Violations.Count == 0 : report.Refusal is { Violations.Count: 0 })
        {
            context.Oracle.Commit(call, report);
            if (model.Points(report).Any(p => p.Kind == PointKind.Removed))
            {
                ServerChosenNumbers.ForgetRemoved(model, context.Bindings, partition, before, report.State);
            }

            context.Provenance.Note(partition, report, model.Suite.Inspect(before), model.Suite.Inspect(report.State));
        }

        return exchange;
    }

    /// <summary>Between which times, in the unit of the spec, a call stamps.</summary>
    public (long From, long To) Window(SpecCall call, DateTimeOffset start, DateTimeOffset end)
    {
        var late = model.Operation(call.Operation).IsEnvironment ? target.EnvironmentDelay : TimeSpan.Zero;
        return (Unit(start - target.ClockTolerance, up: false), Unit(end + target.ClockTolerance + late, up: true));
    }

    /// <summary>Makes a call at a moment at which others are made too. Nothing is compared and no oracle is moved.</summary>
    public async Task<HistoryCall> RaceAsync(int client, CaseContext context, SpecCall call, CancellationToken cancellationToken)
    {
        var sent = RequestTranslator.Translate(model, context.Bindings, call, Unit(Now, up: false));
        var from = Now;
        var start = Stopwatch.GetTimestamp();
        var outcome = await SendAsync(sent, cancellationToken).ConfigureAwait(false);
        var end = Stopwatch.GetTimestamp();
        var isEnvironment = model.Operation(call.Operation).IsEnvironment;

        // An action of the environment that cannot be done at that moment is the adapter's to refuse as it likes.
        var isUnknown = outcome is CallOutcome.TimedOut || (isEnvironment && outcome is CallOutcome.Broken);
        var late = isEnvironment ? (long)(target.EnvironmentDelay.TotalSeconds * Stopwatch.Frequency) : 0;
        return new(client, call, sent, start, isUnknown ? long.MaxValue : end + late, isUnknown ? null : outcome)
        {
            Window = isUnknown ? (long.MinValue, long.MaxValue) : Window(call, from, Now),
        };
    }

    /// <summary>Makes a observation, and says whether its outcome is the one that an earlier state would give.</summary>
    public async Task<Exchange> ObserveAsync(CaseContext context, SpecCall observation, object? earlier, CancellationToken cancellationToken)
    {
        var bindings = context.Bindings;
        var exchange = await CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false);
        if (earlier is null)
        {
            return exchange;
        }

        var then = model.Suite.Step(earlier, observation, context.Oracle.Now);
        var differs = !Same(then, exchange.Expected);
        return exchange with
        {
            ShouldDiffer = differs,
            MatchesBefore = exchange.Deviates && differs && OutcomeComparer.Compare(model, bindings.Copy(), observation, then, exchange.Actual).Count == 0,
        };
    }

    /// <summary>Makes a call without the oracle, and does not wait for ever.</summary>
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

    /// <summary>Makes a call in a way of its own, without the oracle, and tells what was sent.</summary>
    public async Task<(SpecCall Sent, CallOutcome Outcome)> SendAsync(CaseContext context, SpecCall call, Func<SpecCall, Task<CallOutcome>> send, CancellationToken cancellationToken)
    {
        var sent = RequestTranslator.Translate(model, context.Bindings, call, Unit(Now, up: false));
        return (sent, await SendAsync(sent, cancellationToken, send).ConfigureAwait(false));
    }

    private bool IsAboutConstraints(Deviation deviation, CallOutcome actual) =>
        deviation.Kind == DeviationKind.UnexpectedRefusal && actual is CallOutcome.Refused refused && refused.Error == model.Spec.InvalidInputError;

    private static bool Same(StepReport one, StepReport other) =>
        one.Refusal?.Error == other.Refusal?.Error && Equals(one.Response, other.Response) && Equals(one.Refusal?.Data, other.Refusal?.Data);

    /// <summary>Waits until a full unit of time has passed since the last stamp, so that what comes later is stamped later.</summary>
    private async Task NextTickAsync(CaseContext context, CancellationToken cancellationToken)
    {
        if (context.LastStamp is not { } last || !IsSpaced)
        {
            return;
        }

        var unit = TimeSpan.FromSeconds(1.0 / model.Spec.TicksPerSecond);
        if (_control is not null)
        {
            await _control.AdvanceAsync(unit, cancellationToken).ConfigureAwait(false);
            return;
        }

        var giveUp = TimeProvider.System.GetTimestamp();
        while (clock.GetElapsedTime(last) <= unit && TimeProvider.System.GetElapsedTime(giveUp) < LongestTick)
        {
            await Task.Yield();
        }
    }

    /// <summary>What the backend's clock shows, as far as the tester can know.</summary>
    private DateTimeOffset Now => _control?.UtcNow ?? clock.GetUtcNow();

    private long Unit(DateTimeOffset time, bool up)
    {
        var ticksPerUnit = TimeSpan.TicksPerSecond / model.Spec.TicksPerSecond;
        var ticks = (time - DateTimeOffset.UnixEpoch).Ticks;
        return (long)(up ? Math.Ceiling((decimal)ticks / ticksPerUnit) : Math.Floor((decimal)ticks / ticksPerUnit));
    }
}
