using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Cases;

/// <summary>For each operation a call that is accepted and does something: what is changed in it is then all that is wrong with it.</summary>
internal sealed class AcceptableCalls(SuiteModel model, Samples samples, ExplorationResult exploration)
{
    /// <summary>The shortest trace to an accepted call of the operation that is about a row rather than about nothing.</summary>
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

    /// <summary>The acceptable call with the member given, by a value with which it stays acceptable if there is one.</summary>
    public SpecCall? With(Witness acceptable, OperationInfo operation, MemberInfo member)
    {
        var call = acceptable.Call;
        if (call.Request[member.Name] is var value && value.IsPresent && value is not SpecValue.Record { Members.Count: 0 } and not SpecValue.Sequence { Items.Count: 0 })
        {
            return call;
        }

        var tries = samples.Of(member.Shape).Select(v => call with { Request = call.Request.With(member.Name, v) }).ToList();
        return tries.FirstOrDefault(c => Replay.Step(model, acceptable.Arrange, c).Refusal is null) ?? tries.FirstOrDefault();
    }
}
