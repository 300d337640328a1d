using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>Attributes a deviating response to a clause.</summary>
internal sealed class AnswerAttribution(SuiteModel model, Clauses clauses, Func<string, bool> isForeign)
{
    private readonly ObservedFields _fields = new(model);

    /// <summary>The clause that the response of an exchange violates; null where none is known.</summary>
    public string? Clause(Evidence evidence, Exchange exchange)
    {
        var decider = model.Decider(exchange.Expected);
        var own = exchange.Expected.Refusal is null ? clauses.Answer(exchange) : clauses.Refusal(exchange);
        if (decider is null || decider.Kind == PointKind.AnsweredInstead)
        {
            return own;
        }

        return StructureClause(decider, exchange)
            ?? SelectionClause(decider, exchange)
            ?? ConditionClause(decider, exchange)
            ?? FieldClause(evidence, decider, exchange)
            ?? own;
    }

    /// <summary>A whole structure is missing or unexpected: the clause of its condition, else of the selection that fills it.</summary>
    private string? StructureClause(PointInfo decider, Exchange exchange)
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
                    ?? ChoiceClause(exchange, parts[0]);
            }
        }

        return null;
    }

    /// <summary>The response shows other rows than expected: a key differs, or a list has another number of items.</summary>
    private string? SelectionClause(PointInfo decider, Exchange exchange)
    {
        foreach (var deviation in exchange.Deviations.Where(d => d.Kind is DeviationKind.Count or DeviationKind.Value))
        {
            var source = deviation.Kind == DeviationKind.Count
                ? decider.Members.FirstOrDefault(m => m.Path.StartsWith(deviation.Pattern + "[]", StringComparison.Ordinal))
                : ObservedFields.SourceOf(decider, deviation.Pattern);
            if (deviation.Kind == DeviationKind.Count || (source?.Field is { } field && model.IsKey(field)))
            {
                return source is null ? null : ChoiceClause(exchange, source);
            }
        }

        // A deviating server-chosen number identifies another row where other values deviate as well.
        return exchange.Deviations.Any(d => d.Kind == DeviationKind.Identity) && exchange.Deviations.Any(d => d.Kind is not DeviationKind.Identity)
            && ObservedFields.SourceOf(decider, exchange.Deviations.First(d => d.Kind == DeviationKind.Identity).Pattern) is { } number
            ? ChoiceClause(exchange, number)
            : null;
    }

    /// <summary>The clause of the selection of a row. Where an operation has several selections, the one on the expected path.</summary>
    private string? ChoiceClause(Exchange exchange, MemberSource source)
    {
        var taken = model.Points(exchange.Expected).Where(p => p.Clause is not null && p.Kind is PointKind.Found or PointKind.Chose).Select(p => p.Clause).ToList();
        return taken.Count == 0 || taken.Contains(source.ChoiceClause) || source.Path.Contains("[]", StringComparison.Ordinal) ? source.ChoiceClause : taken[^1];
    }

    private static string? ConditionClause(PointInfo decider, Exchange exchange)
    {
        foreach (var deviation in exchange.Deviations.Where(d => d.Kind is DeviationKind.Missing or DeviationKind.Extra))
        {
            // Members inherit the condition of their structure. That condition decides on the structure, not on a single member.
            if (ObservedFields.SourceOf(decider, deviation.Pattern) is { ConditionClause: { } condition } source
                && source.Path == deviation.Pattern
                && !decider.Members.Any(m => m != source && m.ConditionClause == condition && Parent(m.Path) == Parent(source.Path) && Parent(source.Path).Length > 0))
            {
                return condition;
            }
        }

        return null;
    }

    private string? FieldClause(Evidence evidence, PointInfo decider, Exchange exchange)
    {
        var fields = exchange.Deviations
            .Select(d => (Observed: _fields.At(exchange, d.Path, d.Pattern), Source: ObservedFields.SourceOf(decider, d.Pattern)))
            .Where(d => d.Observed is not null)
            .OrderBy(d => model.IsLifecycle(d.Observed!.Field) ? 0 : 1)
            .ToList();
        foreach (var (observed, source) in fields)
        {
            if (FieldClause(evidence, exchange, observed!, source!) is { } clause)
            {
                return clause;
            }
        }

        return null;
    }

    private string? FieldClause(Evidence evidence, Exchange exchange, ObservedField observed, MemberSource source)
    {
        if (evidence.Observations(model).Any(e => !ReferenceEquals(e, exchange) && IsOfSamePartition(e, exchange) && _fields.ShowsCorrectly(e, observed)))
        {
            // Another observation shows the field correctly, so the stored value conforms and only this response deviates.
            return source.ConditionClause ?? (exchange.Expected.Refusal is null ? clauses.Answer(exchange) : clauses.Refusal(exchange));
        }

        var call = evidence.Call;
        var isChange = call.Expected.Refusal is null && !model.Operation(call.Call.Operation).IsReadOnly;
        var owner = observed.Row is null ? null : OwnerOf(evidence, exchange, observed);
        var touchingPoints = isChange
            ? model.Points(call.Expected).Where(p => p.Clause is not null && p.Fields.Contains(observed.Field)).ToList()
            : [];
        if (owner is not null && touchingPoints.Any(p => p.Clause == owner))
        {
            return owner;
        }

        if (touchingPoints.FirstOrDefault(p => p.Kind == PointKind.Kept) is { } keptPoint)
        {
            return keptPoint.Clause;
        }

        if (isChange && touchingPoints.Count == 0 && RewritingClause(call, observed.Field) is { } rewriting)
        {
            return rewriting;
        }

        var wasCorrect = evidence.Earlier.SelectMany(r => r.All).Any(e => IsOfSamePartition(e, exchange) && _fields.ShowsCorrectly(e, observed));
        return isChange && wasCorrect ? clauses.Answer(call) : owner;
    }

    /// <summary>Compares partitions because rows of two partitions can have the same key.</summary>
    private bool IsOfSamePartition(Exchange one, Exchange other) => model.PartitionOf(one.Call).Equals(model.PartitionOf(other.Call));

    /// <summary>The clause of a write that left a field unchanged because the field already held the value.</summary>
    private string? RewritingClause(Exchange call, string field) =>
        call.Expected.Rewritten.Select(model.Point).LastOrDefault(p => p.Clause is not null && p.Fields.Contains(field))?.Clause;

    /// <summary>The clause that last wrote the field of the row.</summary>
    private string? OwnerOf(Evidence evidence, Exchange exchange, ObservedField observed)
    {
        var dot = observed.Field.IndexOf('.', StringComparison.Ordinal);
        return evidence.Context.Provenance.Of(model.PartitionOf(exchange.Call), observed.Row!, dot < 0 ? observed.Field : observed.Field[(dot + 1)..]);
    }

    /// <summary>True when a response contains a name that another case of this run issued.</summary>
    public bool ShowsForeignName(Evidence evidence, Exchange exchange) =>
        exchange.Actual is CallOutcome.Answered { Response: var response }
        && Texts(response).Any(t => isForeign(t) && !evidence.Context.Names.Issued.Contains(t));

    private static IEnumerable<string> Texts(SpecValue value) => value switch
    {
        SpecValue.Text text => [text.Value],
        SpecValue.Sequence list => list.Items.SelectMany(Texts),
        SpecValue.Record record => record.Members.Values.SelectMany(Texts),
        _ => [],
    };

    /// <summary>The clause that all parts share, else the one that more than half of them have.</summary>
    private static string? Common(IReadOnlyList<MemberSource> parts, Func<MemberSource, string?> clause) =>
        parts.Select(clause).Distinct().ToList() is [{ } only] ? only : parts.Select(clause).FirstOrDefault(c => c is not null && parts.Count(p => clause(p) == c) * 2 > parts.Count);

    private static string Parent(string path) => path.LastIndexOf('.') is var dot and >= 0 ? path[..dot] : "";
}
