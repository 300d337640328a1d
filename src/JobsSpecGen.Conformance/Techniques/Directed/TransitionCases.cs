using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>
/// Plans the transition matrix: every value of every lifecycle, and the state without a row, with every operation. There is one case for each
/// path through the step function and, with the simplest requests, for each lifecycle value that a request can name.
/// </summary>
internal sealed class TransitionCases(SuiteModel model, Alphabet alphabet, ExplorationResult exploration, CaseNames names)
{
    public IEnumerable<TestCase> All()
    {
        if (model.Spec.Lifecycles.Count == 0)
        {
            yield break;
        }

        var situations = exploration.Situations.Select(s => (Label: s.Value, s.Trace)).Prepend((Label: "no row", Trace.Empty));
        foreach (var (label, trace) in situations)
        {
            var state = trace.Calls.Count == 0 ? null : Replay.StateAfter(model, trace, trace.Calls[0]);
            var identities = KnownIdentities.Of(model, trace.Calls);
            foreach (var operation in model.Spec.Operations)
            {
                foreach (var testCase in Row(label, trace, state, identities, operation))
                {
                    yield return testCase;
                }
            }
        }
    }

    private IEnumerable<TestCase> Row(string label, Trace trace, object? state, ILookup<string, string> identities, OperationInfo operation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var request in alphabet.Of(operation.Name).Where(r => r.Optionals < 2))
        {
            if (identities.Count > 0 && !Targets(request.Call, operation, identities))
            {
                continue;
            }

            var report = model.Suite.Step(state ?? model.Suite.CreateState(model.PartitionOf(request.Call)), request.Call, trace.Calls.Count + 1);
            if (Clause(report) is not { } clause)
            {
                continue;
            }

            var requested = RequestedValues(request.Call, operation);
            var path = string.Join(",", report.Points);
            if (request.Optionals == 0 ? !seen.Add(path + "|" + requested) : !seen.Add(path))
            {
                continue;
            }

            seen.Add(path);
            var outcome = report.Refusal?.Error ?? "accepted";
            yield return new(
                new(CaseKind.Transition, names.Unique(CaseKind.Transition, $"{label} / {operation.Name}{Describe(request.Call, operation)} / {outcome}"), clause),
                new CaseScript.OneCall(trace, request.Call, ObservationLevel.Brief));
        }
    }

    /// <summary>True when the request concerns the rows of the situation: it uses their names or a literal, or the operation takes no names at all.</summary>
    private bool Targets(SpecCall call, OperationInfo operation, ILookup<string, string> identities) =>
        Values.Identities(model, call) is var named && named.All(i => identities[i.Shape].Contains(i.Value) || !identities.Contains(i.Shape) || IsOtherParty(call, named, identities, i))
        || model.Input(operation).Members.All(m => model.IdentityOf(model.Shape(m.Shape)) is null);

    /// <summary>
    /// True for the second example of a kind beside a known name of another kind: the row exists, but the request names another party for it.
    /// </summary>
    private bool IsOtherParty(SpecCall call, IReadOnlyList<(string Shape, string Value)> named, ILookup<string, string> identities, (string Shape, string Value) one)
    {
        var partition = model.PartitionOf(call);
        return alphabet.Classes.ExampleIndex(one.Shape, SpecValue.Of(one.Value)) == 1
            && !SpecValue.Of(one.Value).Equals(partition)
            && named.Any(i => i.Shape != one.Shape && identities[i.Shape].Contains(i.Value) && !SpecValue.Of(i.Value).Equals(partition));
    }

    private string RequestedValues(SpecCall call, OperationInfo operation) => string.Join(",", model.Input(operation).Members
        .Where(m => model.Spec.Lifecycles.Any(l => l.Shape == m.Shape))
        .Select(m => call.Request[m.Name]));

    private string Describe(SpecCall call, OperationInfo operation)
    {
        var members = model.Input(operation).Members
            .Where(m => call.Request[m.Name].IsPresent && (!m.Required || model.Spec.Lifecycles.Any(l => l.Shape == m.Shape) || model.Shape(m.Shape).Also.Count > 0))
            .Select(m => $"{m.Name} {(call.Request[m.Name] is SpecValue.Text t ? t.Value : call.Request[m.Name])}")
            .ToList();
        return members.Count == 0 ? "" : " " + string.Join(", ", members);
    }

    private string? Clause(StepReport report)
    {
        if (report.Refusal is not null)
        {
            return model.Decider(report)?.Clause;
        }

        return model.Points(report).Where(p => p.Clause is not null)
            .OrderBy(Rank).Select(p => p.Clause).FirstOrDefault();
    }

    private int Rank(PointInfo point) => point.Kind switch
    {
        PointKind.Wrote or PointKind.Created when point.Fields.Any(model.IsLifecycle) => 0,
        PointKind.Removed => 1,
        PointKind.AnsweredInstead => 2,
        PointKind.Wrote or PointKind.Created => 3,
        PointKind.Kept => 4,
        PointKind.Present or PointKind.LeftOut => 5,
        PointKind.Chose or PointKind.Listed => 6,
        PointKind.Answered => 7,
        _ => 8,
    };
}
