using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>
/// Generates observations, which are calls that change nothing and show the stored state: every read-only operation for every known identity,
/// and calls that are refused with an error that has data.
/// </summary>
internal sealed class ObservationCalls(SuiteModel model, MemberClasses classes, Alphabet alphabet)
{
    private const int MaxTries = 400;

    /// <summary>The calls of read-only operations.</summary>
    /// <param name="partition">The partition to observe.</param>
    /// <param name="identities">The values that the test case uses, by fresh shape.</param>
    public IReadOnlyList<SpecCall> Reading(SpecValue partition, ILookup<string, string> identities) =>
        [.. model.Spec.Operations.Where(o => o is { IsReadOnly: true, IsEnvironment: false })
            .SelectMany(o => Requests(o, partition, identities))];

    /// <summary>Returns one call for each known identity that the model refuses for a single reason, with error data that shows the stored state.</summary>
    public IEnumerable<SpecCall> Refused(SpecValue partition, ILookup<string, string> identities, Func<SpecCall, StepReport> peek)
    {
        foreach (var operation in model.Spec.Operations.Where(o => o is { IsReadOnly: false, IsEnvironment: false }))
        {
            if (!model.Spec.Points.Any(p => p.Operation == operation.Name && p.Kind == PointKind.Refused && p.Members.Count > 0))
            {
                continue;
            }

            foreach (var assignment in IdentityAssignments(operation, identities))
            {
                var tries = alphabet.Of(operation.Name).Where(r => r.Optionals < 2 && !ServerChosenNumbers.AreIn(model, r.Call)).Take(MaxTries)
                    .Select(r => Assign(r.Call, operation, partition, assignment)).Distinct();
                foreach (var call in tries)
                {
                    var report = peek(call);
                    if (report is { Refusal: { Violations.Count: 0, Data.Members.Count: > 0 }, Faults.Count: <= 1 })
                    {
                        yield return call;
                        break;
                    }
                }
            }
        }
    }

    private IEnumerable<SpecCall> Requests(OperationInfo operation, SpecValue partition, ILookup<string, string> identities)
    {
        IEnumerable<SpecValue.Record> all = [new SpecValue.Record([])];
        foreach (var member in model.Input(operation).Members)
        {
            var values = Values(operation, member, partition, identities);
            all = all.SelectMany(_ => values, (request, value) => request.With(member.Name, value));
        }

        return all.Select(request => new SpecCall(operation.Name, request));
    }

    private IReadOnlyList<SpecValue> Values(OperationInfo operation, MemberInfo member, SpecValue partition, ILookup<string, string> identities)
    {
        var shape = model.Shape(member.Shape);
        if (member.Name == operation.PartitionMember)
        {
            return [partition];
        }

        if (!member.Required)
        {
            return [shape.Kind == ShapeKind.Boolean ? SpecValue.Of(true) : SpecValue.Absent];
        }

        return shape.Kind switch
        {
            ShapeKind.Text when model.IdentityOf(shape) is { } identity =>
                [.. identities[identity].Select(SpecValue.Of), .. shape.Also.Select(SpecValue.Of)],
            ShapeKind.Enumeration => classes.Of(operation, member),
            ShapeKind.Boolean => [SpecValue.Of(true)],
            _ => [classes.Samples.First(shape.Name)],
        };
    }

    private IEnumerable<IReadOnlyDictionary<string, string>> IdentityAssignments(OperationInfo operation, ILookup<string, string> identities)
    {
        IEnumerable<Dictionary<string, string>> all = [[]];
        foreach (var member in model.Input(operation).Members.Where(m => m.Required && m.Name != operation.PartitionMember))
        {
            if (model.IdentityOf(model.Shape(member.Shape)) is { } identity)
            {
                all = all.SelectMany(_ => identities[identity], (assignment, value) => new Dictionary<string, string>(assignment) { [member.Name] = value });
            }
        }

        return all;
    }

    private static SpecCall Assign(SpecCall call, OperationInfo operation, SpecValue partition, IReadOnlyDictionary<string, string> assignment)
    {
        var request = call.Request.With(operation.PartitionMember, partition);
        foreach (var (member, value) in assignment)
        {
            request = request.With(member, SpecValue.Of(value));
        }

        return call with { Request = request };
    }
}
