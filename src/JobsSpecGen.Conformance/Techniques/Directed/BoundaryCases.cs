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
    private readonly ShapeBoundaries _boundaries = new(model, samples);
    private readonly AcceptableCalls _calls = new(model, samples, exploration);
    private readonly HashSet<string> _seenShapes = new(StringComparer.Ordinal);
    private readonly FreshNames _judged = new(model, samples, "zz9zz9zz");

    public IEnumerable<TestCase> All()
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

                foreach (var testCase in Of(operation, member, acceptable.Arrange, call))
                {
                    yield return testCase;
                }
            }
        }
    }

    private IEnumerable<TestCase> Of(OperationInfo operation, MemberInfo member, Trace arrange, SpecCall call)
    {
        var boundaries = _boundaries.OfMember(member, ValuePath.Of(member.Name)).ToList();
        var isNew = boundaries.Where(e => e.Group != "required").Select(e => e.Shape.Name).Distinct().ToDictionary(s => s, _seenShapes.Add);
        var clauses = new Dictionary<(string, string), string>();
        var judged = new List<(BoundaryValue BoundaryValue, bool Inside)>();
        var named = _judged.Rename(call).Request;
        var seen = new HashSet<SpecValue>();
        foreach (var boundary in boundaries.Where(e => e.Essential || e.Group == "required" || isNew[e.Shape.Name]))
        {
            var changed = boundary.Path.Set(named, boundary.Change(boundary.Path.Get(named)));
            // A sample that lies at the boundary already is such a case as it is, where the constraint is one of numbers.
            if ((changed.Equals(named) && boundary.Group != "range") || !seen.Add(changed))
            {
                continue;
            }

            var violations = model.Suite.Validate(operation.Input, changed);
            if (violations.Count > 0)
            {
                clauses.TryAdd((boundary.Path.ToString(), boundary.Group), violations[0].Clause);
                if (violations.Count == 1)
                {
                    clauses[(boundary.Path.ToString(), boundary.Group)] = violations[0].Clause;
                }
            }

            judged.Add((boundary, violations.Count == 0));
        }

        foreach (var (boundary, inside) in judged)
        {
            if (inside && !isNew.GetValueOrDefault(boundary.Shape.Name))
            {
                continue;
            }

            var changed = boundary.Path.Set(named, boundary.Change(boundary.Path.Get(named)));
            var clause = inside
                ? clauses.GetValueOrDefault((boundary.Path.ToString(), boundary.Group)) ?? Deciding(arrange, boundary, call)
                : model.Suite.Validate(operation.Input, changed)[0].Clause;
            var name = $"{operation.Name}.{boundary.Path}: {boundary.Label} / {(inside ? "allowed" : "refused")}";
            var isIdentity = model.IdentityOf(boundary.Shape) is not null && boundary.Path.Steps.Count == 1;
            yield return new(
                new(CaseKind.Boundary, names.Unique(CaseKind.Boundary, name), clause),
                new CaseScript.Boundary(arrange, call, new(boundary.Path, boundary.Change, isIdentity), inside));
        }
    }

    private string? Deciding(Trace arrange, BoundaryValue boundary, SpecCall call)
    {
        var report = Replay.Step(model, arrange, call with { Request = boundary.Path.Set(call.Request, boundary.Change(boundary.Path.Get(call.Request))) });
        return model.Decider(report)?.Clause ?? model.Points(report).LastOrDefault(p => p.Clause is not null)?.Clause;
    }
}
