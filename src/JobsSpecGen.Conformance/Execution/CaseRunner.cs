using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>The outcome of running the calls of a test case.</summary>
/// <param name="Context">The test context of the calls.</param>
/// <param name="Steps">The steps up to and including the first that deviates.</param>
internal sealed record CaseRun(CaseContext Context, IReadOnlyList<TestStep> Steps)
{
    public bool Deviates => Steps is [.., var last] && last.Deviates;

    /// <summary>Why the run has no verdict; null where it has one. It is read when the run ends, because later test cases may reuse the context.</summary>
    public string? UnverifiableReason { get; } = Context.UnsupportedReason ?? Context.AmbiguityReason;
}

/// <summary>
/// Runs the calls of a test case: quickly with few observations, or thoroughly with every observation after every call to locate a deviation.
/// </summary>
internal sealed class CaseRunner(SuiteModel model, Caller caller, ObservationChooser chooser, Func<FreshNames> newNames)
{
    private readonly ContextPool _pool = new();

    /// <summary>Runs the case with the observations of its script and stops at the first deviation. An arranged context is reused where one is idle.</summary>
    public async Task<CaseRun> QuickAsync(CaseScript script, CancellationToken cancellationToken)
    {
        var arrangement = ReusableArrangement(script);
        var hasServerChosenNumbers = HasServerChosenNumbers(script);
        var pooled = arrangement is null ? null : _pool.Take(arrangement, hasServerChosenNumbers);
        var context = pooled ?? NewContext(script);
        var calls = ScriptCalls.Of(model, script, context.Names);
        var steps = new List<TestStep>();
        foreach (var call in pooled is null ? calls.Arrange : [])
        {
            var exchange = await CallAndSettleAsync(context, call, cancellationToken).ConfigureAwait(false);
            var revealing = hasServerChosenNumbers && !exchange.Deviates && !context.IsInconclusive && model.Points(exchange.Expected).Any(p => p.Kind == PointKind.Created)
                ? chooser.Changed(context, exchange)
                : [];
            steps.Add(await ObserveAsync(context, exchange, revealing, cancellationToken).ConfigureAwait(false));
            if (steps[^1].Deviates || context.IsInconclusive)
            {
                return new(context, steps);
            }
        }

        if (!await AdvanceClockAsync(context, script, cancellationToken).ConfigureAwait(false))
        {
            return new(context, steps);
        }

        foreach (var call in calls.Tested)
        {
            var exchange = await CallAndSettleAsync(context, call, cancellationToken).ConfigureAwait(false);
            var step = exchange.Deviates || context.IsInconclusive || context.IsTolerant
                ? new(exchange, [])
                : await ObserveAsync(context, exchange, ObservationsAfter(context, exchange, script), cancellationToken).ConfigureAwait(false);
            steps.Add(step);
            if (step.Deviates || context.IsInconclusive)
            {
                return new(context, steps);
            }
        }

        if (arrangement is not null && LeftStateUnchanged(steps[^1].Exchange))
        {
            _pool.Return(arrangement, hasServerChosenNumbers, context);
        }

        return new(context, steps);
    }

    /// <summary>Arranges a state with fresh names and makes every observation of it, so that all server-chosen numbers are known.</summary>
    public Task<CaseRun> ArrangeAsync(Trace arrange, CancellationToken cancellationToken) =>
        QuickAsync(new CaseScript.Sequence(chooser.WithObservations(arrange.Calls)), cancellationToken);

    /// <summary>Observes an unused partition and returns the read-only operations whose responses conform.</summary>
    public async Task<IReadOnlySet<string>> ObserveEmptyAsync(SpecValue partition, string shape, CancellationToken cancellationToken)
    {
        var context = new CaseContext(model, newNames(), caller.SeparatesStamps);
        var conforming = new HashSet<string>(StringComparer.Ordinal);
        var deviating = new HashSet<string>(StringComparer.Ordinal);
        foreach (var observation in chooser.ReadsOf(context, context.Names.Rename(shape, partition)))
        {
            var exchange = await caller.CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false);
            (exchange.Deviates || context.IsInconclusive ? deviating : conforming).Add(observation.Operation);
        }

        conforming.ExceptWith(deviating);
        return conforming;
    }

    /// <summary>Runs the case alone, with fresh names, and makes every observation after every call.</summary>
    public Task<CaseRun> ThoroughAsync(CaseScript script, CancellationToken cancellationToken, bool reverseObservations = false)
    {
        var context = NewContext(script);
        var calls = ScriptCalls.Of(model, script, context.Names);
        return ThoroughAsync(context, calls.All, reverseObservations, cancellationToken, beforeLast: () => AdvanceClockAsync(context, script, cancellationToken));
    }

    /// <summary>Repeats all calls of a context, except observations, with fresh names.</summary>
    public Task<CaseRun> RepeatAsync(CaseContext context, CancellationToken cancellationToken)
    {
        var again = new CaseContext(model, newNames(), caller.SeparatesStamps);
        IReadOnlyList<SpecCall> calls = [.. context.Log.Where(e => !e.IsObservation).Select(e => again.Names.Rename(context.Names.Original(e.Call)))];
        return ThoroughAsync(again, calls, reverseObservations: false, cancellationToken);
    }

    private async Task<CaseRun> ThoroughAsync(CaseContext context, IReadOnlyList<SpecCall> calls, bool reverseObservations, CancellationToken cancellationToken, Func<Task<bool>>? beforeLast = null)
    {
        var steps = new List<TestStep>();

        // A deviation that shows before the first call must not be attributed to the first call.
        foreach (var observation in calls.Select(model.PartitionOf).Distinct().Where(p => p != SpecValue.Of("")).SelectMany(p => chooser.ReadsOf(context, p)))
        {
            steps.Add(new(await caller.CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false), []));
            if (steps[^1].Deviates || context.IsInconclusive)
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
            IReadOnlyList<SpecCall> observations = context.IsInconclusive || context.IsTolerant ? [] : chooser.All(context, reverseObservations);
            var step = await ObserveAsync(context, exchange, observations, cancellationToken).ConfigureAwait(false);
            steps.Add(step);
            if (step.Deviates || context.IsInconclusive)
            {
                break;
            }

            // A faulty backend may have accepted an observation that the oracle refuses. That must not be attributed to the next call.
            if (step.Observations.LastOrDefault(p => p.Expected.Refusal is not null && !model.Operation(p.Call.Operation).IsReadOnly) is { } refused)
            {
                steps.Add(await ObserveAsync(context, refused, chooser.ReadsOf(context, model.PartitionOf(refused.Call)), cancellationToken).ConfigureAwait(false));
                if (steps[^1].Deviates)
                {
                    break;
                }
            }
        }

        return new(context, steps);
    }

    private IReadOnlyList<SpecCall> ObservationsAfter(CaseContext context, Exchange exchange, CaseScript script) => script switch
    {
        CaseScript.OneCall single => chooser.For(context, exchange, single.Observation),
        CaseScript.Sequence => [],
        CaseScript.SeveralCalls => chooser.For(context, exchange, ObservationLevel.Full),
        CaseScript.TwoPartitions two => chooser.ReadsOf(context, context.Names.Rename(two.Call with
        {
            Request = two.Call.Request.With(model.Operation(two.Call.Operation).PartitionMember, two.Other),
        }).Request[model.Operation(two.Call.Operation).PartitionMember]),
        _ => chooser.For(context, exchange, ObservationLevel.Brief),
    };

    private async Task<TestStep> ObserveAsync(CaseContext context, Exchange exchange, IReadOnlyList<SpecCall> observations, CancellationToken cancellationToken)
    {
        var partition = model.PartitionOf(exchange.Call);
        var observed = new List<Exchange>();
        foreach (var observation in observations)
        {
            // A faulty backend may change its state at an observation that the oracle refuses, so none is made after a deviation.
            if (!model.Operation(observation.Operation).IsReadOnly && observed.Any(p => p.Deviates))
            {
                continue;
            }

            observed.Add(await caller.ObserveAsync(context, observation, model.PartitionOf(observation).Equals(partition) ? exchange.Before : null, cancellationToken).ConfigureAwait(false));
        }

        return new(exchange, observed);
    }

    /// <summary>Makes a call. Where the backend shows environment actions with a delay, waits until the effect is visible.</summary>
    private async Task<Exchange> CallAndSettleAsync(CaseContext context, SpecCall call, CancellationToken cancellationToken)
    {
        var exchange = await caller.CallAsync(context, call, isObservation: false, cancellationToken).ConfigureAwait(false);
        var delay = caller.Target.EnvironmentDelay;
        if (delay <= TimeSpan.Zero || !model.Operation(call.Operation).IsEnvironment || exchange.Deviates || context.IsInconclusive)
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

    /// <summary>Advances the backend's clock where the case requires it; false where the adapter cannot.</summary>
    private async Task<bool> AdvanceClockAsync(CaseContext context, CaseScript script, CancellationToken cancellationToken)
    {
        if (script is not CaseScript.OneCall { ClockAdvance: { } advance })
        {
            return true;
        }

        if (caller.Target is not IClockControl control)
        {
            context.MarkUnsupported($"the adapter cannot advance the backend's clock; implement {nameof(IClockControl)} to allow it");
            return false;
        }

        await control.AdvanceAsync(advance, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private CaseContext NewContext(CaseScript script)
    {
        var caseNames = newNames();
        return new(model, caseNames, caller.SeparatesStamps) { IsTolerant = ScriptCalls.UsesSharedPartition(model, script, caseNames) };
    }

    private bool LeftStateUnchanged(Exchange exchange) =>
        exchange.Expected.Refusal is not null
        || model.Operation(exchange.Call.Operation).IsReadOnly
        || model.Suite.Inspect(exchange.Before).Equals(model.Suite.Inspect(exchange.Expected.State));

    private bool HasServerChosenNumbers(CaseScript script) => script switch
    {
        CaseScript.OneCall single => ServerChosenNumbers.AreIn(model, single.Call) || single.Arrange.Calls.Any(c => ServerChosenNumbers.AreIn(model, c)),
        CaseScript.Sequence sequence => sequence.Calls.Any(c => ServerChosenNumbers.AreIn(model, c)),
        CaseScript.SeveralCalls several => several.Arrange.Calls.Concat(several.Calls.Calls).Any(c => ServerChosenNumbers.AreIn(model, c)),
        CaseScript.Boundary boundary => ServerChosenNumbers.AreIn(model, boundary.Call),
        CaseScript.Example example => example.Scenario.Given.Concat(example.Scenario.Steps.Select(s => s.Call)).Any(c => ServerChosenNumbers.AreIn(model, c)),
        CaseScript.TwoPartitions two => two.Arrange.Calls.Append(two.Call).Any(c => ServerChosenNumbers.AreIn(model, c)),
        _ => false,
    };

    private static Trace? ReusableArrangement(CaseScript script) => script switch
    {
        CaseScript.OneCall { ClockAdvance: null } single => single.Arrange,
        CaseScript.Boundary { Inside: false } boundary => boundary.Arrange,
        _ => null,
    };
}
