using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>What came of running a case's calls.</summary>
/// <param name="Context">The situation in which they were made.</param>
/// <param name="Steps">The calls with the observations after them, up to the first deviation.</param>
internal sealed record CaseRun(CaseContext Context, IReadOnlyList<TestStep> Steps)
{
    public bool Deviates => Steps is [.., var last] && last.Deviates;

    /// <summary>Why nothing can be said; null: something can. Of the time of the run: other cases may use the context after it.</summary>
    public string? Unverifiable { get; } = Context.Unsupported ?? Context.Ambiguous;
}

/// <summary>Runs the calls of a case, quickly at first, and again with every observation after every call where something is wrong.</summary>
internal sealed class CaseRunner(SuiteModel model, Caller caller, ObservationChooser chooser, Func<FreshNames> names)
{
    private readonly ContextPool _pool = new();

    /// <summary>Stops at the first deviation.</summary>
    public async Task<CaseRun> QuickAsync(CaseScript script, CancellationToken cancellationToken)
    {
        var reuse = Reusable(script);
        var isNumbered = Numbered(script);
        var pooled = reuse is null ? null : _pool.Take(reuse, isNumbered);
        var context = pooled ?? NewContext(script);
        var calls = ScriptCalls.Of(model, script, context.Names);
        var steps = new List<TestStep>();
        foreach (var call in pooled is null ? calls.Arrange : [])
        {
            var exchange = await CallAndSettleAsync(context, call, cancellationToken).ConfigureAwait(false);
            var seen = isNumbered && !exchange.Deviates && !context.IsOver && model.Points(exchange.Expected).Any(p => p.Kind == PointKind.Created)
                ? chooser.Changed(context, exchange)
                : [];
            steps.Add(await ObserveAsync(context, exchange, seen, cancellationToken).ConfigureAwait(false));
            if (steps[^1].Deviates || context.IsOver)
            {
                return new(context, steps);
            }
        }

        if (!await LetTimePassAsync(context, script, cancellationToken).ConfigureAwait(false))
        {
            return new(context, steps);
        }

        foreach (var call in calls.Tested)
        {
            var exchange = await CallAndSettleAsync(context, call, cancellationToken).ConfigureAwait(false);
            var step = exchange.Deviates || context.IsOver || context.IsTolerant
                ? new(exchange, [])
                : await ObserveAsync(context, exchange, Chosen(context, exchange, script), cancellationToken).ConfigureAwait(false);
            steps.Add(step);
            if (step.Deviates || context.IsOver)
            {
                return new(context, steps);
            }
        }

        if (reuse is not null && ChangedNothing(steps[^1].Exchange))
        {
            _pool.Return(reuse, isNumbered, context);
        }

        return new(context, steps);
    }

    /// <summary>Arranges a situation on fresh names and looks at everything in it, so that what the backend picked is known.</summary>
    public Task<CaseRun> ArrangeAsync(Trace arrange, CancellationToken cancellationToken) =>
        QuickAsync(new CaseScript.Sequence(chooser.WithObservations(arrange.Calls)), cancellationToken);

    /// <summary>Observations at a partition on which nothing has happened: the read-only operations that answer right.</summary>
    public async Task<IReadOnlySet<string>> ObserveEmptyAsync(SpecValue partition, string shape, CancellationToken cancellationToken)
    {
        var context = new CaseContext(model, names(), caller.IsSpaced);
        var right = new HashSet<string>(StringComparer.Ordinal);
        var wrong = new HashSet<string>(StringComparer.Ordinal);
        foreach (var observation in chooser.Reading(context, context.Names.Rename(shape, partition)))
        {
            var exchange = await caller.CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false);
            (exchange.Deviates || context.IsOver ? wrong : right).Add(observation.Operation);
        }

        right.ExceptWith(wrong);
        return right;
    }

    /// <summary>Runs the case alone on fresh names and looks at everything after every call.</summary>
    public Task<CaseRun> ThoroughAsync(CaseScript script, CancellationToken cancellationToken, bool reversed = false)
    {
        var context = NewContext(script);
        var calls = ScriptCalls.Of(model, script, context.Names);
        return ThoroughAsync(context, calls.All, reversed, cancellationToken, beforeLast: () => LetTimePassAsync(context, script, cancellationToken));
    }

    /// <summary>Repeats on fresh names all calls that were ever made in a context.</summary>
    public Task<CaseRun> RepeatAsync(CaseContext context, CancellationToken cancellationToken)
    {
        var again = new CaseContext(model, names(), caller.IsSpaced);
        IReadOnlyList<SpecCall> calls = [.. context.Log.Where(e => !e.IsObservation).Select(e => again.Names.Rename(context.Names.Original(e.Call)))];
        return ThoroughAsync(again, calls, reversed: false, cancellationToken);
    }

    private async Task<CaseRun> ThoroughAsync(CaseContext context, IReadOnlyList<SpecCall> calls, bool reversed, CancellationToken cancellationToken, Func<Task<bool>>? beforeLast = null)
    {
        var steps = new List<TestStep>();

        // What is already wrong when nothing has happened yet must not be laid on the first call.
        foreach (var observation in calls.Select(model.PartitionOf).Distinct().Where(p => p != SpecValue.Of("")).SelectMany(p => chooser.Reading(context, p)))
        {
            steps.Add(new(await caller.CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false), []));
            if (steps[^1].Deviates || context.IsOver)
            {
                return new(context, steps);
            }
        }

        foreach (var call in calls)
        {
            if (beforeLast is not null && ReferenceEquals(call, calls[^1]) && !await beforeLast().ConfigureAwait(false))
            {
                break;
            }

            var exchange = await CallAndSettleAsync(context, call, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<SpecCall> observations = context.IsOver || context.IsTolerant ? [] : chooser.All(context, reversed);
            var step = await ObserveAsync(context, exchange, observations, cancellationToken).ConfigureAwait(false);
            steps.Add(step);
            if (step.Deviates || context.IsOver)
            {
                break;
            }

            // A wrong backend may have taken a observation that it refused; that must not be laid on the next call.
            if (step.Observations.LastOrDefault(p => p.Expected.Refusal is not null && !model.Operation(p.Call.Operation).IsReadOnly) is { } refused)
            {
                steps.Add(await ObserveAsync(context, refused, chooser.Reading(context, model.PartitionOf(refused.Call)), cancellationToken).ConfigureAwait(false));
                if (steps[^1].Deviates)
                {
                    break;
                }
            }
        }

        return new(context, steps);
    }

    private IReadOnlyList<SpecCall> Chosen(CaseContext context, Exchange exchange, CaseScript script) => script switch
    {
        CaseScript.OneCall single => chooser.For(context, exchange, single.Observation),
        CaseScript.Sequence => [],
        CaseScript.SeveralCalls => chooser.For(context, exchange, ObservationLevel.Full),
        CaseScript.TwoPartitions two => chooser.Reading(context, context.Names.Rename(two.Call with
        {
            Request = two.Call.Request.With(model.Operation(two.Call.Operation).PartitionMember, two.Other),
        }).Request[model.Operation(two.Call.Operation).PartitionMember]),
        _ => chooser.For(context, exchange, ObservationLevel.Brief),
    };

    private async Task<TestStep> ObserveAsync(CaseContext context, Exchange exchange, IReadOnlyList<SpecCall> observations, CancellationToken cancellationToken)
    {
        var partition = model.PartitionOf(exchange.Call);
        var made = new List<Exchange>();
        foreach (var observation in observations)
        {
            // A observation that the oracle refuses changes the state of a backend that is wrong; so none after a deviation.
            if (!model.Operation(observation.Operation).IsReadOnly && made.Any(p => p.Deviates))
            {
                continue;
            }

            made.Add(await caller.ObserveAsync(context, observation, model.PartitionOf(observation).Equals(partition) ? exchange.Before : null, cancellationToken).ConfigureAwait(false));
        }

        return new(exchange, made);
    }

    /// <summary>Makes a call; where the backend needs time until an action of the environment shows, waits until it does.</summary>
    private async Task<Exchange> CallAndSettleAsync(CaseContext context, SpecCall call, CancellationToken cancellationToken)
    {
        var exchange = await caller.CallAsync(context, call, isObservation: false, cancellationToken).ConfigureAwait(false);
        var delay = caller.Target.EnvironmentDelay;
        if (delay <= TimeSpan.Zero || !model.Operation(call.Operation).IsEnvironment || exchange.Deviates || context.IsOver)
        {
            return exchange;
        }

        var start = TimeProvider.System.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(2);
        foreach (var observation in chooser.Changed(context, exchange))
        {
            while ((await caller.CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false)).Deviates
                && TimeProvider.System.GetElapsedTime(start) < delay)
            {
                context.Log.RemoveAt(context.Log.Count - 1);
                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
                pause = TimeSpan.FromMilliseconds(Math.Min(250, pause.TotalMilliseconds * 2));
            }
        }

        return exchange;
    }

    /// <summary>Moves the backend's clock where the case says so; false where that cannot be done.</summary>
    private async Task<bool> LetTimePassAsync(CaseContext context, CaseScript script, CancellationToken cancellationToken)
    {
        if (script is not CaseScript.OneCall { Later: { } later })
        {
            return true;
        }

        if (caller.Target is not IClockControl control)
        {
            context.Lacks($"the backend's clock cannot be moved; it can be by implementing {nameof(IClockControl)}");
            return false;
        }

        await control.AdvanceAsync(later, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private CaseContext NewContext(CaseScript script)
    {
        var fresh = names();
        return new(model, fresh, caller.IsSpaced) { IsTolerant = ScriptCalls.IsShared(model, script, fresh) };
    }

    private bool ChangedNothing(Exchange exchange) =>
        exchange.Expected.Refusal is not null
        || model.Operation(exchange.Call.Operation).IsReadOnly
        || model.Suite.Inspect(exchange.Before).Equals(model.Suite.Inspect(exchange.Expected.State));

    private bool Numbered(CaseScript script) => script switch
    {
        CaseScript.OneCall single => ServerChosenNumbers.AreIn(model, single.Call) || single.Arrange.Calls.Any(c => ServerChosenNumbers.AreIn(model, c)),
        CaseScript.Sequence sequence => sequence.Calls.Any(c => ServerChosenNumbers.AreIn(model, c)),
        CaseScript.SeveralCalls several => several.Arrange.Calls.Concat(several.Calls.Calls).Any(c => ServerChosenNumbers.AreIn(model, c)),
        CaseScript.Boundary boundary => ServerChosenNumbers.AreIn(model, boundary.Call),
        CaseScript.Example example => example.Scenario.Given.Concat(example.Scenario.Steps.Select(s => s.Call)).Any(c => ServerChosenNumbers.AreIn(model, c)),
        CaseScript.TwoPartitions two => two.Arrange.Calls.Append(two.Call).Any(c => ServerChosenNumbers.AreIn(model, c)),
        _ => false,
    };

    private static Trace? Reusable(CaseScript script) => script switch
    {
        CaseScript.OneCall { Later: null } single => single.Arrange,
        CaseScript.Boundary { Inside: false } boundary => boundary.Arrange,
        _ => null,
    };
}
