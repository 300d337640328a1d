using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>Chooses the observations after a call.</summary>
internal sealed class ObservationChooser(SuiteModel model, ObservationCalls observations)
{
    private const int MaxBriefObservations = 2;
    private readonly Observability _observability = new(model, observations);

    /// <summary>
    /// All observations of all partitions of the context. Those that the oracle refuses come last, because a faulty backend may accept them and
    /// change its state.
    /// </summary>
    public IReadOnlyList<SpecCall> All(CaseContext context, bool reverseReads) =>
        [.. Order(context.Oracle.Partitions.SelectMany(p => observations.Reading(p, context.Identities(p))), reverseReads),
         .. context.Oracle.Partitions.SelectMany(p => observations.Refused(p, context.Identities(p), context.Oracle.Peek))];

    /// <summary>The read-only calls that observe a partition.</summary>
    public IReadOnlyList<SpecCall> ReadsOf(CaseContext context, SpecValue partition) => observations.Reading(partition, context.Identities(partition));

    /// <summary>Appends to a sequence of calls the observations of everything that the calls created. The names are the examples of the spec.</summary>
    public IReadOnlyList<SpecCall> WithObservations(IReadOnlyList<SpecCall> calls) =>
        [.. calls, .. calls.Select(model.PartitionOf).Distinct().SelectMany(partition => observations.Reading(partition, KnownIdentities.Of(
            model, calls.Where(c => !model.Operation(c.Operation).IsReadOnly && model.PartitionOf(c).Equals(partition)))))];

    /// <summary>The read-only observations whose expected outcome the call changed.</summary>
    public IReadOnlyList<SpecCall> Changed(CaseContext context, Exchange exchange) =>
        [.. ReadsOf(context, model.PartitionOf(exchange.Call)).Where(p => Differs(context, exchange, p))];

    /// <summary>
    /// The observations after a call at a level. Refused calls are added where the chosen observations do not show every field that the call
    /// touched.
    /// </summary>
    public IReadOnlyList<SpecCall> For(CaseContext context, Exchange exchange, ObservationLevel level)
    {
        var partition = model.PartitionOf(exchange.Call);
        var operation = model.Operation(exchange.Call.Operation);
        if (level == ObservationLevel.Brief && operation.IsReadOnly)
        {
            return [];
        }

        var identities = context.Identities(partition);
        var reads = observations.Reading(partition, identities);
        var chosen = level == ObservationLevel.Full
            ? reads
            : [.. reads.Select(p => (Observation: p, Differs: Differs(context, exchange, p), ShownValues: Values.Leaves(context.Oracle.Peek(p).Response)))
                .OrderByDescending(p => p.Differs).ThenByDescending(p => p.ShownValues)
                .Take(exchange.Expected.Refusal is null ? MaxBriefObservations : 1)
                .Where((p, i) => i == 0 || p.Differs)
                .Select(p => p.Observation)];
        return [.. chosen, .. LeavesFieldsUnobserved(context, exchange, chosen) ? observations.Refused(partition, identities, context.Oracle.Peek) : []];
    }

    /// <summary>True when the call touched a field that no chosen observation shows. For a refused call: when no chosen observation shows any field.</summary>
    private bool LeavesFieldsUnobserved(CaseContext context, Exchange exchange, IReadOnlyList<SpecCall> chosen)
    {
        var shown = chosen.SelectMany(p => _observability.Shown(context.Oracle.Peek(p))).Where(f => f.Value.IsPresent).Select(f => f.Field).ToHashSet(StringComparer.Ordinal);
        return exchange.Expected.Refusal is null
            ? model.Points(exchange.Expected).Where(p => p.Kind is PointKind.Wrote or PointKind.Kept).SelectMany(p => p.Fields).Any(f => !shown.Contains(f))
            : shown.Count == 0;
    }

    private static IEnumerable<SpecCall> Order(IEnumerable<SpecCall> calls, bool reverseReads) => reverseReads ? calls.Reverse() : calls;

    private bool Differs(CaseContext context, Exchange exchange, SpecCall observation)
    {
        var before = model.Suite.Step(exchange.Before, observation, context.Oracle.Now);
        var after = context.Oracle.Peek(observation);
        return before.Refusal?.Error != after.Refusal?.Error || !Equals(before.Response, after.Response) || !Equals(before.Refusal?.Data, after.Refusal?.Data);
    }
}
