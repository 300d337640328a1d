using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>
/// For every constraint of every operation's input: the last value inside and the first outside,
/// in a request that is otherwise acceptable.
/// </summary>
internal sealed class BoundaryCases(SuiteModel model, Samples samples, ExplorationResult exploration, CaseNames names)
{
    private readonly ShapeEdges _edges = new(model, samples);
    private readonly AcceptableCalls _calls = new(model, samples, exploration);
    private readonly HashSet<string> _seenShapes = new(StringComparer.Ordinal);
    private readonly FreshNames _judged = new(model, samples, "zz9zz9zz");

    public IEnumerable<ScriptedCase> All()
    {
        foreach (var operation in model.Spec.Operations)
        {
            if (_calls.Of(operation) is not { } acceptable)
            {
                continue;
            }

            foreach (var member in model.Input(operation).Members)
            {
                if (_calls.With(acceptable, operation, member) is not { } call)
                {
                    continue;
                }

                foreach (var scripted in Of(operation, member, acceptable.Arrange, call))
                {
                    yield return scripted;
                }
            }
        }
    }

    private IEnumerable<ScriptedCase> Of(OperationInfo operation, MemberInfo member, Trace arrange, SpecCall call)
    {
        var edges = _edges.OfMember(member, Place.Of(member.Name)).ToList();
        var isNew = edges.Where(e => e.Group != "required").Select(e => e.Shape.Name).Distinct().ToDictionary(s => s, _seenShapes.Add);
        var clauses = new Dictionary<(string, string), string>();
        var judged = new List<(Edge Edge, bool Inside)>();
        var named = _judged.Rename(call).Request;
        var seen = new HashSet<SpecValue>();
        foreach (var edge in edges.Where(e => e.Essential || e.Group == "required" || isNew[e.Shape.Name]))
        {
            var changed = edge.Place.Set(named, edge.Change(edge.Place.Get(named)));
            // A sample that lies at the edge already is such a case as it is, where the constraint is one of numbers.
            if ((changed.Equals(named) && edge.Group != "range") || !seen.Add(changed))
            {
                continue;
            }

            var violations = model.Suite.Validate(operation.Input, changed);
            if (violations.Count > 0)
            {
                clauses.TryAdd((edge.Place.ToString(), edge.Group), violations[0].Clause);
                if (violations.Count == 1)
                {
                    clauses[(edge.Place.ToString(), edge.Group)] = violations[0].Clause;
                }
            }

            judged.Add((edge, violations.Count == 0));
        }

        foreach (var (edge, inside) in judged)
        {
            if (inside && !isNew.GetValueOrDefault(edge.Shape.Name))
            {
                continue;
            }

            var changed = edge.Place.Set(named, edge.Change(edge.Place.Get(named)));
            var clause = inside
                ? clauses.GetValueOrDefault((edge.Place.ToString(), edge.Group)) ?? Deciding(arrange, edge, call)
                : model.Suite.Validate(operation.Input, changed)[0].Clause;
            var name = $"{operation.Name}.{edge.Place}: {edge.Label} / {(inside ? "allowed" : "refused")}";
            var isIdentity = model.IdentityOf(edge.Shape) is not null && edge.Place.Steps.Count == 1;
            yield return new(
                new(CaseKind.Boundary, names.Unique(CaseKind.Boundary, name), clause),
                new CaseScript.Edge(arrange, call, new(edge.Place, edge.Change, isIdentity), inside));
        }
    }

    private string? Deciding(Trace arrange, Edge edge, SpecCall call)
    {
        var report = Replay.Step(model, arrange, call with { Request = edge.Place.Set(call.Request, edge.Change(edge.Place.Get(call.Request))) });
        return model.Decider(report)?.Clause ?? model.Points(report).LastOrDefault(p => p.Clause is not null)?.Clause;
    }
}
