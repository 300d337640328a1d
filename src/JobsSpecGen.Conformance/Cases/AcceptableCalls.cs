using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Cases;

/// <summary>
/// Finds an accepted call with an effect for each operation. A case that edits one value of such a call has no other reason to be refused.
/// </summary>
internal sealed class AcceptableCalls(SuiteModel model, Samples samples, ExplorationResult exploration)
{
    /// <summary>The witness of an accepted call, preferably one that finds or creates a row, then the one with the shortest arrangement.</summary>
    public Witness? Of(OperationInfo operation) => model.Spec.Points
        .Where(p => p.Operation == operation.Name)
        .SelectMany(p => exploration.Witnesses[p.Index])
        .Where(w => w.Report.Refusal is null)
        .OrderBy(w => model.Points(w.Report).Any(p => p.Kind == PointKind.AnsweredInstead) ? 1 : 0)
        .ThenBy(w => model.Points(w.Report).Any(p => p.Kind is PointKind.Found or PointKind.Created) ? 0 : 1)
        .ThenBy(w => UsesLiteral(operation, w.Call) ? 1 : 0)
        .ThenBy(w => w.Arrange.Calls.Count)
        .ThenBy(w => w.Call.Request.Members.Count)
        .FirstOrDefault();

    private bool UsesLiteral(OperationInfo operation, SpecCall call) =>
        model.Input(operation).Members.Any(m => call.Request[m.Name] is SpecValue.Text t && model.Shape(m.Shape).Also.Contains(t.Value));

    /// <summary>
    /// The accepted call with a value for the member. A value with which the call stays accepted is preferred; null where the shape has no
    /// samples.
    /// </summary>
    public SpecCall? With(Witness acceptable, OperationInfo operation, MemberInfo member)
    {
        var call = acceptable.Call;
        if (call.Request[member.Name] is var value && value.IsPresent && value is not SpecValue.Record { Members.Count: 0 } and not SpecValue.Sequence { Items.Count: 0 })
        {
            return call;
        }

        var candidates = samples.Of(member.Shape).Select(v => call with { Request = call.Request.With(member.Name, v) }).ToList();
        return candidates.FirstOrDefault(c => Replay.Step(model, acceptable.Arrange, c).Refusal is null) ?? candidates.FirstOrDefault();
    }
}
