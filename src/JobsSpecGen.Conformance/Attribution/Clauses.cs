using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>Finds the clauses of the points that the oracle passed, by the role of the point.</summary>
internal sealed class Clauses(SuiteModel model)
{
    /// <summary>The clause of the refusal, for a call that the oracle refuses.</summary>
    public string? Refusal(Exchange exchange) => exchange.Expected.Refusal switch
    {
        { Violations: [var first, ..] } => first.Clause,
        _ => model.Decider(exchange.Expected)?.Clause ?? Nearest(exchange),
    };

    /// <summary>The clause of the response, else of the main effect.</summary>
    public string? Answer(Exchange exchange) => model.Decider(exchange.Expected)?.Clause ?? MainEffect(exchange);

    /// <summary>The clause of the main effect: the transition of a lifecycle, else the first removal, else the first write or creation.</summary>
    public string? MainEffect(Exchange exchange)
    {
        var effects = Effects(exchange).ToList();
        return (effects.FirstOrDefault(p => p.Fields.Any(model.IsLifecycle))
            ?? effects.FirstOrDefault(p => p.Kind == PointKind.Removed)
            ?? effects.FirstOrDefault())?.Clause ?? Nearest(exchange);
    }

    public IEnumerable<PointInfo> Effects(Exchange exchange) =>
        model.Points(exchange.Expected).Where(p => p.Clause is not null && p.Kind is PointKind.Wrote or PointKind.Created or PointKind.Removed);

    private string? Nearest(Exchange exchange) => model.Points(exchange.Expected).LastOrDefault(p => p.Clause is not null)?.Clause;
}
