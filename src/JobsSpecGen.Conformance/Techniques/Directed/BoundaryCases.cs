using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>
/// Plans the boundary values of every constraint of every input: the last valid value and the first invalid one,
/// each in a request that is accepted apart from that value.
/// </summary>
internal sealed class BoundaryCases(SuiteModel model, Samples samples, ExplorationResult exploration, CaseNames names)
{
    private readonly ShapeBoundaries _boundaries = new(model, samples);
    private readonly AcceptableCalls _calls = new(model, samples, exploration);
    private readonly HashSet<string> _seenShapes = new(StringComparer.Ordinal);
    private readonly FreshNames _exampleNames = new(model, samples, "zz9zz9zz");

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
        var isNewShape = boundaries.Where(e => e.Group != "required").Select(e => e.Shape.Name).Distinct().ToDictionary(s => s, _seenShapes.Add);
        var violatedClauses = new Dictionary<(string, string), string>();
        var candidates = new List<(BoundaryValue Boundary, bool Inside)>();
        var request = _exampleNames.Rename(call).Request;
        var seen = new HashSet<SpecValue>();
        foreach (var boundary in boundaries.Where(e => e.Essential || e.Group == "required" || isNewShape[e.Shape.Name]))
        {
            var changed = boundary.Path.Set(request, boundary.Change(boundary.Path.Get(request)));
            // Skips an edit that changes nothing. In the group of number ranges the sample itself may be the boundary value, so it is kept.
            if ((changed.Equals(request) && boundary.Group != "range") || !seen.Add(changed))
            {
                continue;
            }

            var violations = model.Suite.Validate(operation.Input, changed);
            if (violations.Count > 0)
            {
                violatedClauses.TryAdd((boundary.Path.ToString(), boundary.Group), violations[0].Clause);
                if (violations.Count == 1)
                {
                    violatedClauses[(boundary.Path.ToString(), boundary.Group)] = violations[0].Clause;
                }
            }

            candidates.Add((boundary, violations.Count == 0));
        }

        foreach (var (boundary, inside) in candidates)
        {
            if (inside && !isNewShape.GetValueOrDefault(boundary.Shape.Name))
            {
                continue;
            }

            var changed = boundary.Path.Set(request, boundary.Change(boundary.Path.Get(request)));
            var clause = inside
                ? violatedClauses.GetValueOrDefault((boundary.Path.ToString(), boundary.Group)) ?? DecidingClause(arrange, boundary, call)
                : model.Suite.Validate(operation.Input, changed)[0].Clause;
            var name = $"{operation.Name}.{boundary.Path}: {boundary.Label} / {(inside ? "allowed" : "refused")}";
            var isIdentity = model.IdentityOf(boundary.Shape) is not null && boundary.Path.Steps.Count == 1;
            yield return new(
                new(CaseKind.Boundary, names.Unique(CaseKind.Boundary, name), clause),
                new CaseScript.Boundary(arrange, call, new(boundary.Path, boundary.Change, isIdentity), inside));
        }
    }

    /// <summary>The clause that decides on the accepted request, for a valid boundary value without an invalid neighbour.</summary>
    private string? DecidingClause(Trace arrange, BoundaryValue boundary, SpecCall call)
    {
        var report = Replay.Step(model, arrange, call with { Request = boundary.Path.Set(call.Request, boundary.Change(boundary.Path.Get(call.Request))) });
        return model.Decider(report)?.Clause ?? model.Points(report).LastOrDefault(p => p.Clause is not null)?.Clause;
    }
}
