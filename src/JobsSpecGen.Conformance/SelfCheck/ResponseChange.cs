using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.SelfCheck;

/// <summary>Makes functions that change values in the outcomes of a canary, in responses or in the data of errors.</summary>
internal sealed class ResponseChange(SuiteModel model)
{
    /// <summary>
    /// Changes the first value of a response for which <paramref name="change"/> returns another value. It returns null for a value that
    /// it does not change.
    /// </summary>
    public Func<CanaryCall, CallOutcome, CallOutcome> First(Func<CanaryCall, MemberInfo?, ShapeInfo, SpecValue, SpecValue?> change) => (call, outcome) =>
        outcome switch
        {
            CallOutcome.Answered { Response: SpecValue.Record response } when call.Operation.Output is { } output =>
                Change(model.Shape(output), null, response, (m, s, v) => change(call, m, s, v)) is { } changed ? new CallOutcome.Answered(changed) : outcome,
            _ => outcome,
        };

    /// <summary>Changes every scalar value of a response, or of the data of an error, for which <paramref name="change"/> returns another value.</summary>
    public Func<CanaryCall, CallOutcome, CallOutcome> Everywhere(Func<CanaryCall, ShapeInfo, SpecValue, SpecValue?> change) => (call, outcome) => outcome switch
    {
        CallOutcome.Answered { Response: SpecValue.Record response } when call.Operation.Output is { } output =>
            new CallOutcome.Answered(Values.Map(model, output, response, (shape, value, _) => change(call, shape, value) ?? value)),
        CallOutcome.Refused { Data.Members.Count: > 0 } refused when model.Spec.Shapes.ContainsKey(refused.Error) =>
            refused with { Data = (SpecValue.Record)Values.Map(model, refused.Error, refused.Data, (shape, value, _) => change(call, shape, value) ?? value) },
        _ => outcome,
    };

    /// <summary>Changes the first value of the data of an error for which <paramref name="change"/> returns another value.</summary>
    public Func<CanaryCall, CallOutcome, CallOutcome> FirstOfError(Func<MemberInfo?, ShapeInfo, SpecValue, SpecValue?> change) => (_, outcome) =>
        outcome is CallOutcome.Refused { Data.Members.Count: > 0 } refused && model.Spec.Shapes.TryGetValue(refused.Error, out var shape)
            && Change(shape, null, refused.Data, change) is SpecValue.Record changed
            ? refused with { Data = changed }
            : outcome;

    private SpecValue? Change(ShapeInfo shape, MemberInfo? member, SpecValue value, Func<MemberInfo?, ShapeInfo, SpecValue, SpecValue?> change)
    {
        if (member is not null && change(member, shape, value) is { } changed)
        {
            return changed;
        }

        switch (value)
        {
            case SpecValue.Record record when shape.Kind == ShapeKind.Structure:
                foreach (var part in shape.Members)
                {
                    if (Change(model.Shape(part.Shape), part, record[part.Name], change) is { } other)
                    {
                        return record.With(part.Name, other);
                    }
                }

                return null;
            case SpecValue.Sequence { Items.Count: > 0 } list when shape.Element is not null:
                return Change(model.Shape(shape.Element), null, list.Items[0], change) is { } element ? new SpecValue.Sequence([element, .. list.Items.Skip(1)]) : null;
            default:
                return null;
        }
    }
}
