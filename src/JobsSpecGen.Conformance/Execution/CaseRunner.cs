using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>What came of running a case's calls.</summary>
/// <param name="Setting">The situation in which they were made.</param>
/// <param name="Rounds">The calls with the probes after them, up to the first deviation.</param>
internal sealed record CaseRun(Setting Setting, IReadOnlyList<Round> Rounds)
{
    public bool Deviates => Rounds is [.., var last] && last.Deviates;

    /// <summary>Why nothing can be said; null: something can. Of the time of the run: other cases may use the setting after it.</summary>
    public string? Unverifiable { get; } = Setting.Unsupported ?? Setting.Ambiguous;
}

/// <summary>Runs the calls of a case, quickly at first, and again with every probe after every call where something is wrong.</summary>
internal sealed class CaseRunner(SuiteModel model, Caller caller, ProbeChooser chooser, Func<FreshNames> names)
{
    private readonly SettingPool _pool = new();

    /// <summary>Stops at the first deviation.</summary>
    public async Task<CaseRun> QuickAsync(CaseScript script, CancellationToken cancellationToken)
    {
        var reuse = Reusable(script);
        var isNumbered = Numbered(script);
        var pooled = reuse is null ? null : _pool.Take(reuse, isNumbered);
        var setting = pooled ?? NewSetting(script);
        var calls = ScriptCalls.Of(model, script, setting.Names);
        var rounds = new List<Round>();
        foreach (var call in pooled is null ? calls.Arrange : [])
        {
            var exchange = await CallAndSettleAsync(setting, call, cancellationToken).ConfigureAwait(false);
            var seen = isNumbered && !exchange.Deviates && !setting.IsOver && model.Points(exchange.Expected).Any(p => p.Kind == PointKind.Created)
                ? chooser.Changed(setting, exchange)
                : [];
            rounds.Add(await ProbeAsync(setting, exchange, seen, cancellationToken).ConfigureAwait(false));
            if (rounds[^1].Deviates || setting.IsOver)
            {
                return new(setting, rounds);
            }
        }

        if (!await LetTimePassAsync(setting, script, cancellationToken).ConfigureAwait(false))
        {
            return new(setting, rounds);
        }

        foreach (var call in calls.Tested)
        {
            var exchange = await CallAndSettleAsync(setting, call, cancellationToken).ConfigureAwait(false);
            var round = exchange.Deviates || setting.IsOver || setting.IsTolerant
                ? new(exchange, [])
                : await ProbeAsync(setting, exchange, Chosen(setting, exchange, script), cancellationToken).ConfigureAwait(false);
            rounds.Add(round);
            if (round.Deviates || setting.IsOver)
            {
                return new(setting, rounds);
            }
        }

        if (reuse is not null && ChangedNothing(rounds[^1].Exchange))
        {
            _pool.Return(reuse, isNumbered, setting);
        }

        return new(setting, rounds);
    }

    /// <summary>Arranges a situation on fresh names and looks at everything in it, so that what the backend picked is known.</summary>
    public Task<CaseRun> ArrangeAsync(Trace arrange, CancellationToken cancellationToken) =>
        QuickAsync(new CaseScript.Sequence(chooser.WithLooks(arrange.Calls)), cancellationToken);

    /// <summary>Looks at a partition on which nothing has happened: the read-only operations that answer right.</summary>
    public async Task<IReadOnlySet<string>> BlankAsync(SpecValue partition, string shape, CancellationToken cancellationToken)
    {
        var setting = new Setting(model, names(), caller.IsSpaced);
        var right = new HashSet<string>(StringComparer.Ordinal);
        var wrong = new HashSet<string>(StringComparer.Ordinal);
        foreach (var probe in chooser.Reading(setting, setting.Names.Rename(shape, partition)))
        {
            var exchange = await caller.CallAsync(setting, probe, isProbe: true, cancellationToken).ConfigureAwait(false);
            (exchange.Deviates || setting.IsOver ? wrong : right).Add(probe.Operation);
        }

        right.ExceptWith(wrong);
        return right;
    }

    /// <summary>Runs the case alone on fresh names and looks at everything after every call.</summary>
    public Task<CaseRun> ThoroughAsync(CaseScript script, CancellationToken cancellationToken, bool reversed = false)
    {
        var setting = NewSetting(script);
        var calls = ScriptCalls.Of(model, script, setting.Names);
        return ThoroughAsync(setting, calls.All, reversed, cancellationToken, beforeLast: () => LetTimePassAsync(setting, script, cancellationToken));
    }

    /// <summary>Repeats on fresh names all calls that were ever made in a setting.</summary>
    public Task<CaseRun> RepeatAsync(Setting setting, CancellationToken cancellationToken)
    {
        var again = new Setting(model, names(), caller.IsSpaced);
        IReadOnlyList<SpecCall> calls = [.. setting.Log.Where(e => !e.IsProbe).Select(e => again.Names.Rename(setting.Names.Original(e.Call)))];
        return ThoroughAsync(again, calls, reversed: false, cancellationToken);
    }

    private async Task<CaseRun> ThoroughAsync(Setting setting, IReadOnlyList<SpecCall> calls, bool reversed, CancellationToken cancellationToken, Func<Task<bool>>? beforeLast = null)
    {
        var rounds = new List<Round>();

        // What is already wrong when nothing has happened yet must not be laid on the first call.
        foreach (var probe in calls.Select(model.PartitionOf).Distinct().Where(p => p != SpecValue.Of("")).SelectMany(p => chooser.Reading(setting, p)))
        {
            rounds.Add(new(await caller.CallAsync(setting, probe, isProbe: true, cancellationToken).ConfigureAwait(false), []));
            if (rounds[^1].Deviates || setting.IsOver)
            {
                return new(setting, rounds);
            }
        }

        foreach (var call in calls)
        {
            if (beforeLast is not null && ReferenceEquals(call, calls[^1]) && !await beforeLast().ConfigureAwait(false))
            {
                break;
            }

            var exchange = await CallAndSettleAsync(setting, call, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<SpecCall> probes = setting.IsOver || setting.IsTolerant ? [] : chooser.All(setting, reversed);
            var round = await ProbeAsync(setting, exchange, probes, cancellationToken).ConfigureAwait(false);
            rounds.Add(round);
            if (round.Deviates || setting.IsOver)
            {
                break;
            }

            // A wrong backend may have taken a probe that it refused; that must not be laid on the next call.
            if (round.Probes.LastOrDefault(p => p.Expected.Refusal is not null && !model.Operation(p.Call.Operation).IsReadOnly) is { } refused)
            {
                rounds.Add(await ProbeAsync(setting, refused, chooser.Reading(setting, model.PartitionOf(refused.Call)), cancellationToken).ConfigureAwait(false));
                if (rounds[^1].Deviates)
                {
                    break;
                }
            }
        }

        return new(setting, rounds);
    }

    private IReadOnlyList<SpecCall> Chosen(Setting setting, Exchange exchange, CaseScript script) => script switch
    {
        CaseScript.Single single => chooser.For(setting, exchange, single.Scrutiny),
        CaseScript.Sequence => [],
        CaseScript.Several => chooser.For(setting, exchange, Scrutiny.Full),
        CaseScript.TwoPartitions two => chooser.Reading(setting, setting.Names.Rename(two.Call with
        {
            Request = two.Call.Request.With(model.Operation(two.Call.Operation).PartitionMember, two.Other),
        }).Request[model.Operation(two.Call.Operation).PartitionMember]),
        _ => chooser.For(setting, exchange, Scrutiny.Brief),
    };

    private async Task<Round> ProbeAsync(Setting setting, Exchange exchange, IReadOnlyList<SpecCall> probes, CancellationToken cancellationToken)
    {
        var partition = model.PartitionOf(exchange.Call);
        var made = new List<Exchange>();
        foreach (var probe in probes)
        {
            // A probe that the oracle refuses changes the state of a backend that is wrong; so none after a deviation.
            if (!model.Operation(probe.Operation).IsReadOnly && made.Any(p => p.Deviates))
            {
                continue;
            }

            made.Add(await caller.ProbeAsync(setting, probe, model.PartitionOf(probe).Equals(partition) ? exchange.Before : null, cancellationToken).ConfigureAwait(false));
        }

        return new(exchange, made);
    }

    /// <summary>Makes a call; where the backend needs time until an action of the environment shows, waits until it does.</summary>
    private async Task<Exchange> CallAndSettleAsync(Setting setting, SpecCall call, CancellationToken cancellationToken)
    {
        var exchange = await caller.CallAsync(setting, call, isProbe: false, cancellationToken).ConfigureAwait(false);
        var delay = caller.Target.EnvironmentDelay;
        if (delay <= TimeSpan.Zero || !model.Operation(call.Operation).IsEnvironment || exchange.Deviates || setting.IsOver)
        {
            return exchange;
        }

        var start = TimeProvider.System.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(2);
        foreach (var probe in chooser.Changed(setting, exchange))
        {
            while ((await caller.CallAsync(setting, probe, isProbe: true, cancellationToken).ConfigureAwait(false)).Deviates
                && TimeProvider.System.GetElapsedTime(start) < delay)
            {
                setting.Log.RemoveAt(setting.Log.Count - 1);
                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
                pause = TimeSpan.FromMilliseconds(Math.Min(250, pause.TotalMilliseconds * 2));
            }
        }

        return exchange;
    }

    /// <summary>Moves the backend's clock where the case says so; false where that cannot be done.</summary>
    private async Task<bool> LetTimePassAsync(Setting setting, CaseScript script, CancellationToken cancellationToken)
    {
        if (script is not CaseScript.Single { Later: { } later })
        {
            return true;
        }

        if (caller.Target is not IClockControl control)
        {
            setting.Lacks($"the backend's clock cannot be moved; it can be by implementing {nameof(IClockControl)}");
            return false;
        }

        await control.AdvanceAsync(later, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Setting NewSetting(CaseScript script)
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
        CaseScript.Single single => ChosenNumbers.AreIn(model, single.Call) || single.Arrange.Calls.Any(c => ChosenNumbers.AreIn(model, c)),
        CaseScript.Sequence sequence => sequence.Calls.Any(c => ChosenNumbers.AreIn(model, c)),
        CaseScript.Several several => several.Arrange.Calls.Concat(several.Calls.Calls).Any(c => ChosenNumbers.AreIn(model, c)),
        CaseScript.Edge edge => ChosenNumbers.AreIn(model, edge.Call),
        CaseScript.Example example => example.Scenario.Given.Concat(example.Scenario.Steps.Select(s => s.Call)).Any(c => ChosenNumbers.AreIn(model, c)),
        CaseScript.TwoPartitions two => two.Arrange.Calls.Append(two.Call).Any(c => ChosenNumbers.AreIn(model, c)),
        _ => false,
    };

    private static Trace? Reusable(CaseScript script) => script switch
    {
        CaseScript.Single { Later: null } single => single.Arrange,
        CaseScript.Edge { Inside: false } edge => edge.Arrange,
        _ => null,
    };
}
