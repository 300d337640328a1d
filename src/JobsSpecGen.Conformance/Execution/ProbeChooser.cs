using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>Decides at what to look after a call.</summary>
internal sealed class ProbeChooser(SuiteModel model, Probes probes)
{
    private const int MostBriefProbes = 2;
    private readonly Reveal _reveal = new(model, probes);

    /// <summary>Every probe of every partition in play. Refused ones come last, for a wrong backend may take them.</summary>
    public IReadOnlyList<SpecCall> All(Setting setting, bool reversed) =>
        [.. Order(setting.World.Partitions.SelectMany(p => probes.Reading(p, setting.Identities(p))), reversed),
         .. setting.World.Partitions.SelectMany(p => probes.Refused(p, setting.Identities(p), setting.World.Peek))];

    public IReadOnlyList<SpecCall> Reading(Setting setting, SpecValue partition) => probes.Reading(partition, setting.Identities(partition));

    /// <summary>A sequence of calls, and at its end a look at everything that was made in it. In the oracle's names.</summary>
    public IReadOnlyList<SpecCall> WithLooks(IReadOnlyList<SpecCall> calls) =>
        [.. calls, .. calls.Select(model.PartitionOf).Distinct().SelectMany(partition => probes.Reading(partition, IdentitiesInPlay.Of(
            model, calls.Where(c => !model.Operation(c.Operation).IsReadOnly && model.PartitionOf(c).Equals(partition)))))];

    /// <summary>The probes of read-only operations that should now answer differently.</summary>
    public IReadOnlyList<SpecCall> Changed(Setting setting, Exchange exchange) =>
        [.. Reading(setting, model.PartitionOf(exchange.Call)).Where(p => Differs(setting, exchange, p))];

    public IReadOnlyList<SpecCall> For(Setting setting, Exchange exchange, Scrutiny scrutiny)
    {
        var partition = model.PartitionOf(exchange.Call);
        var operation = model.Operation(exchange.Call.Operation);
        if (scrutiny == Scrutiny.Brief && operation.IsReadOnly)
        {
            return [];
        }

        var identities = setting.Identities(partition);
        var reading = probes.Reading(partition, identities);
        var chosen = scrutiny == Scrutiny.Full
            ? reading
            : [.. reading.Select(p => (Probe: p, Differs: Differs(setting, exchange, p), Shows: Values.Leaves(setting.World.Peek(p).Response)))
                .OrderByDescending(p => p.Differs).ThenByDescending(p => p.Shows)
                .Take(exchange.Expected.Refusal is null ? MostBriefProbes : 1)
                .Where((p, i) => i == 0 || p.Differs)
                .Select(p => p.Probe)];
        return [.. chosen, .. Uncovered(setting, exchange, chosen) ? probes.Refused(partition, identities, setting.World.Peek) : []];
    }

    /// <summary>True when the call touched fields that no chosen probe shows, or none shows anything at all.</summary>
    private bool Uncovered(Setting setting, Exchange exchange, IReadOnlyList<SpecCall> chosen)
    {
        var shown = chosen.SelectMany(p => _reveal.Shown(setting.World.Peek(p))).Where(f => f.Value.IsPresent).Select(f => f.Field).ToHashSet(StringComparer.Ordinal);
        return exchange.Expected.Refusal is null
            ? model.Points(exchange.Expected).Where(p => p.Kind is PointKind.Wrote or PointKind.Kept).SelectMany(p => p.Fields).Any(f => !shown.Contains(f))
            : shown.Count == 0;
    }

    private static IEnumerable<SpecCall> Order(IEnumerable<SpecCall> calls, bool reversed) => reversed ? calls.Reverse() : calls;

    private bool Differs(Setting setting, Exchange exchange, SpecCall probe)
    {
        var before = model.Suite.Step(exchange.Before, probe, setting.World.Now);
        var after = setting.World.Peek(probe);
        return before.Refusal?.Error != after.Refusal?.Error || !Equals(before.Response, after.Response) || !Equals(before.Refusal?.Data, after.Refusal?.Data);
    }
}
