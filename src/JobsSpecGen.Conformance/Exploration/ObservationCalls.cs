using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>
/// Calls that change nothing and show what is stored: every read-only operation for every identity in play,
/// and calls that are refused with an error which carries data.
/// </summary>
internal sealed class ObservationCalls(SuiteModel model, MemberClasses classes, Alphabet alphabet)
{
    private const int MostTries = 400;

    /// <summary>The calls of read-only operations.</summary>
    /// <param name="partition">The partition to look at.</param>
    /// <param name="identities">The values in play by fresh shape.</param>
    public IReadOnlyList<SpecCall> Reading(SpecValue partition, ILookup<string, string> identities) =>
        [.. model.Spec.Operations.Where(o => o is { IsReadOnly: true, IsEnvironment: false })
            .SelectMany(o => Requests(o, partition, identities))];

    /// <summary>One call for each identity in play that the model refuses for one reason only, with data about what is stored.</summary>
    public IEnumerable<SpecCall> Refused(SpecValue partition, ILookup<string, string> identities, Func<SpecCall, StepReport> peek)
    {
        foreach (var operation in model.Spec.Operations.Where(o => o is { IsReadOnly: false, IsEnvironment: false }))
        {
            if (!model.Spec.Points.Any(p => p.Operation == operation.Name && p.Kind == PointKind.Refused && p.Members.Count > 0))
            {
                continue;
            }

            foreach (var naming in Namings(operation, identities))
            {
                var tries = alphabet.Of(operation.Name).Where(r => r.Optionals < 2 && !ServerChosenNumbers.AreIn(model, r.Call)).Take(MostTries)
                    .Select(r => With(r.Call, operation, partition, naming)).Distinct();
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

    private IEnumerable<IReadOnlyDictionary<string, string>> Namings(OperationInfo operation, ILookup<string, string> identities)
    {
        IEnumerable<Dictionary<string, string>> all = [[]];
        foreach (var member in model.Input(operation).Members.Where(m => m.Required && m.Name != operation.PartitionMember))
        {
            if (model.IdentityOf(model.Shape(member.Shape)) is { } identity)
            {
                all = all.SelectMany(_ => identities[identity], (naming, value) => new Dictionary<string, string>(naming) { [member.Name] = value });
            }
        }

        return all;
    }

    private static SpecCall With(SpecCall call, OperationInfo operation, SpecValue partition, IReadOnlyDictionary<string, string> naming)
    {
        var request = call.Request.With(operation.PartitionMember, partition);
        foreach (var (member, value) in naming)
        {
            request = request.With(member, SpecValue.Of(value));
        }

        return call with { Request = request };
    }
}
