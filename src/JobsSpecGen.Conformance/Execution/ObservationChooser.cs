using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>Decides at what to look after a call.</summary>
internal sealed class ObservationChooser(SuiteModel model, ObservationCalls observations)
{
    private const int MostBriefObservations = 2;
    private readonly Observability _observability = new(model, observations);

    /// <summary>Every observation of every partition in play. Refused ones come last, for a wrong backend may take them.</summary>
    public IReadOnlyList<SpecCall> All(CaseContext context, bool reversed) =>
        [.. Order(context.Oracle.Partitions.SelectMany(p => observations.Reading(p, context.Identities(p))), reversed),
         .. context.Oracle.Partitions.SelectMany(p => observations.Refused(p, context.Identities(p), context.Oracle.Peek))];

    public IReadOnlyList<SpecCall> Reading(CaseContext context, SpecValue partition) => observations.Reading(partition, context.Identities(partition));

    /// <summary>A sequence of calls, and at its end a look at everything that was made in it. In the oracle's names.</summary>
    public IReadOnlyList<SpecCall> WithObservations(IReadOnlyList<SpecCall> calls) =>
        [.. calls, .. calls.Select(model.PartitionOf).Distinct().SelectMany(partition => observations.Reading(partition, KnownIdentities.Of(
            model, calls.Where(c => !model.Operation(c.Operation).IsReadOnly && model.PartitionOf(c).Equals(partition)))))];

    /// <summary>The observations of read-only operations that should now answer differently.</summary>
    public IReadOnlyList<SpecCall> Changed(CaseContext context, Exchange exchange) =>
        [.. Reading(context, model.PartitionOf(exchange.Call)).Where(p => Differs(context, exchange, p))];

    public IReadOnlyList<SpecCall> For(CaseContext context, Exchange exchange, ObservationLevel level)
    {
        var partition = model.PartitionOf(exchange.Call);
        var operation = model.Operation(exchange.Call.Operation);
        if (level == ObservationLevel.Brief && operation.IsReadOnly)
        {
            return [];
        }

        var identities = context.Identities(partition);
        var reading = observations.Reading(partition, identities);
        var chosen = level == ObservationLevel.Full
            ? reading
            : [.. reading.Select(p => (Probe: p, Differs: Differs(context, exchange, p), Shows: Values.Leaves(context.Oracle.Peek(p).Response)))
                .OrderByDescending(p => p.Differs).ThenByDescending(p => p.Shows)
                .Take(exchange.Expected.Refusal is null ? MostBriefObservations : 1)
                .Where((p, i) => i == 0 || p.Differs)
                .Select(p => p.Probe)];
        return [.. chosen, .. Uncovered(context, exchange, chosen) ? observations.Refused(partition, identities, context.Oracle.Peek) : []];
    }

    /// <summary>True when the call touched fields that no chosen observation shows, or none shows anything at all.</summary>
    private bool Uncovered(CaseContext context, Exchange exchange, IReadOnlyList<SpecCall> chosen)
    {
        var shown = chosen.SelectMany(p => _observability.Shown(context.Oracle.Peek(p))).Where(f => f.Value.IsPresent).Select(f => f.Field).ToHashSet(StringComparer.Ordinal);
        return exchange.Expected.Refusal is null
            ? model.Points(exchange.Expected).Where(p => p.Kind is PointKind.Wrote or PointKind.Kept).SelectMany(p => p.Fields).Any(f => !shown.Contains(f))
            : shown.Count == 0;
    }

    private static IEnumerable<SpecCall> Order(IEnumerable<SpecCall> calls, bool reversed) => reversed ? calls.Reverse() : calls;

    private bool Differs(CaseContext context, Exchange exchange, SpecCall observation)
    {
        var before = model.Suite.Step(exchange.Before, observation, context.Oracle.Now);
        var after = context.Oracle.Peek(observation);
        return before.Refusal?.Error != after.Refusal?.Error || !Equals(before.Response, after.Response) || !Equals(before.Refusal?.Data, after.Refusal?.Data);
    }
}
