using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>Names the clause that a wrong answer violates.</summary>
internal sealed class AnswerAttribution(SuiteModel model, Clauses clauses, Func<string, bool> isForeign)
{
    private readonly ObservedFields _shown = new(model);

    public string? Clause(Evidence evidence, Exchange exchange)
    {
        var decider = model.Decider(exchange.Expected);
        var own = exchange.Expected.Refusal is null ? clauses.Answer(exchange) : clauses.Refusal(exchange);
        if (decider is null || decider.Kind == PointKind.AnsweredInstead)
        {
            return own;
        }

        return Whole(decider, exchange)
            ?? Selection(decider, exchange)
            ?? Condition(decider, exchange)
            ?? Field(evidence, decider, exchange)
            ?? own;
    }

    /// <summary>A whole structure is there or not: what decides is its condition, or the selection that fills it.</summary>
    private string? Whole(PointInfo decider, Exchange exchange)
    {
        if (decider.Kind == PointKind.Refused)
        {
            return null;
        }

        foreach (var deviation in exchange.Deviations.Where(d => d.Kind is DeviationKind.Missing or DeviationKind.Extra))
        {
            var parts = decider.Members.Where(m => m.Path.StartsWith(deviation.Pattern + ".", StringComparison.Ordinal)).ToList();
            if (parts.Count > 0)
            {
                return decider.Members.FirstOrDefault(m => m.Path == deviation.Pattern)?.ConditionClause
                    ?? Common(parts, p => p.ConditionClause)
                    ?? Choice(exchange, parts[0]);
            }
        }

        return null;
    }

    /// <summary>The wrong row, or rows: a key differs, or a list has others.</summary>
    private string? Selection(PointInfo decider, Exchange exchange)
    {
        foreach (var deviation in exchange.Deviations.Where(d => d.Kind is DeviationKind.Count or DeviationKind.Value))
        {
            var source = deviation.Kind == DeviationKind.Count
                ? decider.Members.FirstOrDefault(m => m.Path.StartsWith(deviation.Pattern + "[]", StringComparison.Ordinal))
                : ObservedFields.SourceOf(decider, deviation.Pattern);
            if (deviation.Kind == DeviationKind.Count || (source?.Field is { } field && model.IsKey(field)))
            {
                return source is null ? null : Choice(exchange, source);
            }
        }

        // A number that the backend picked belongs to another row where the rest is another row's too.
        return exchange.Deviations.Any(d => d.Kind == DeviationKind.Identity) && exchange.Deviations.Any(d => d.Kind is not DeviationKind.Identity)
            && ObservedFields.SourceOf(decider, exchange.Deviations.First(d => d.Kind == DeviationKind.Identity).Pattern) is { } number
            ? Choice(exchange, number)
            : null;
    }

    /// <summary>The clause that chose the row. Where an operation has several ways to choose, the one that was taken.</summary>
    private string? Choice(Exchange exchange, MemberSource source)
    {
        var taken = model.Points(exchange.Expected).Where(p => p.Clause is not null && p.Kind is PointKind.Found or PointKind.Chose).Select(p => p.Clause).ToList();
        return taken.Count == 0 || taken.Contains(source.ChoiceClause) || source.Path.Contains("[]", StringComparison.Ordinal) ? source.ChoiceClause : taken[^1];
    }

    private static string? Condition(PointInfo decider, Exchange exchange)
    {
        foreach (var deviation in exchange.Deviations.Where(d => d.Kind is DeviationKind.Missing or DeviationKind.Extra))
        {
            // The condition of a structure is inherited by its members; it decides about the structure, not about them.
            if (ObservedFields.SourceOf(decider, deviation.Pattern) is { ConditionClause: { } condition } source
                && source.Path == deviation.Pattern
                && !decider.Members.Any(m => m != source && m.ConditionClause == condition && Parent(m.Path) == Parent(source.Path) && Parent(source.Path).Length > 0))
            {
                return condition;
            }
        }

        return null;
    }

    private string? Field(Evidence evidence, PointInfo decider, Exchange exchange)
    {
        var named = exchange.Deviations
            .Select(d => (Shown: _shown.At(exchange, d.Path, d.Pattern), Source: ObservedFields.SourceOf(decider, d.Pattern)))
            .Where(d => d.Shown is not null)
            .OrderBy(d => model.IsLifecycle(d.Shown!.Field) ? 0 : 1)
            .ToList();
        foreach (var (shown, source) in named)
        {
            if (FieldClause(evidence, exchange, shown!, source!) is { } clause)
            {
                return clause;
            }
        }

        return null;
    }

    private string? FieldClause(Evidence evidence, Exchange exchange, ObservedField shown, MemberSource source)
    {
        if (evidence.Observations(model).Any(e => !ReferenceEquals(e, exchange) && IsOfSamePartition(e, exchange) && _shown.ShowsRight(e, shown)))
        {
            // It is stored right, so it is this answer that shows it wrong.
            return source.ConditionClause ?? (exchange.Expected.Refusal is null ? clauses.Answer(exchange) : clauses.Refusal(exchange));
        }

        var call = evidence.Call;
        var changing = call.Expected.Refusal is null && !model.Operation(call.Call.Operation).IsReadOnly;
        var owner = shown.Row is null ? null : OwnerOf(evidence, exchange, shown);
        var touching = changing
            ? model.Points(call.Expected).Where(p => p.Clause is not null && p.Fields.Contains(shown.Field)).ToList()
            : [];
        if (owner is not null && touching.Any(p => p.Clause == owner))
        {
            return owner;
        }

        if (touching.FirstOrDefault(p => p.Kind == PointKind.Kept) is { } kept)
        {
            return kept.Clause;
        }

        if (changing && touching.Count == 0 && Rewrote(call, shown.Field) is { } same)
        {
            return same;
        }

        var wasRight = evidence.Earlier.SelectMany(r => r.All).Any(e => IsOfSamePartition(e, exchange) && _shown.ShowsRight(e, shown));
        return changing && wasRight ? clauses.Answer(call) : owner;
    }

    /// <summary>Rows of two partitions may have the same key.</summary>
    private bool IsOfSamePartition(Exchange one, Exchange other) => model.PartitionOf(one.Call).Equals(model.PartitionOf(other.Call));

    /// <summary>The write that left a field as it was, as it held the right value already.</summary>
    private string? Rewrote(Exchange call, string field) =>
        call.Expected.Rewritten.Select(model.Point).LastOrDefault(p => p.Clause is not null && p.Fields.Contains(field))?.Clause;

    private string? OwnerOf(Evidence evidence, Exchange exchange, ObservedField shown)
    {
        var dot = shown.Field.IndexOf('.', StringComparison.Ordinal);
        return evidence.Context.Provenance.Of(model.PartitionOf(exchange.Call), shown.Row!, dot < 0 ? shown.Field : shown.Field[(dot + 1)..]);
    }

    /// <summary>True when an answer names what another case of this run made.</summary>
    public bool ShowsForeign(Evidence evidence, Exchange exchange) =>
        exchange.Actual is CallOutcome.Answered { Response: var response }
        && Texts(response).Any(t => isForeign(t) && !evidence.Context.Names.Issued.Contains(t));

    private static IEnumerable<string> Texts(SpecValue value) => value switch
    {
        SpecValue.Text text => [text.Value],
        SpecValue.Sequence list => list.Items.SelectMany(Texts),
        SpecValue.Record record => record.Members.Values.SelectMany(Texts),
        _ => [],
    };

    private static string? Common(IReadOnlyList<MemberSource> parts, Func<MemberSource, string?> clause) =>
        parts.Select(clause).Distinct().ToList() is [{ } only] ? only : parts.Select(clause).FirstOrDefault(c => c is not null && parts.Count(p => clause(p) == c) * 2 > parts.Count);

    private static string Parent(string path) => path.LastIndexOf('.') is var dot and >= 0 ? path[..dot] : "";
}
