using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>
/// Records which constraints the responses of the backend were checked against: those that a boundary value in the place of
/// a response's value would violate. Constraints of shapes that occur in no request are verified this way.
/// </summary>
internal sealed class ResponseConstraints(SuiteModel model, ShapeBoundaries boundaries)
{
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _seenStructures = [];

    public bool Covers(string clause) => _checked.Contains(clause);

    /// <summary>Records a response that conforms. Only the first response of each structure adds anything.</summary>
    public void Record(SpecCall call, CallOutcome actual)
    {
        if (actual is not CallOutcome.Answered { Response: SpecValue.Record response }
            || model.Operation(call.Operation).Output is not { } output
            || !_seenStructures.Add((output, Structure(response))))
        {
            return;
        }

        foreach (var member in model.Shape(output).Members)
        {
            foreach (var boundary in boundaries.OfMember(member, ValuePath.Of(member.Name)))
            {
                var value = boundary.Path.Get(response);
                if (value.IsPresent)
                {
                    _checked.UnionWith(model.Suite.Validate(output, boundary.Path.Set(response, boundary.Change(value))).Select(v => v.Clause));
                }
            }
        }
    }

    /// <summary>The structure of a value: the members that are present.</summary>
    private static string Structure(SpecValue value) => value switch
    {
        SpecValue.Record record => "{" + string.Join(",", record.Members.Select(m => m.Key + Structure(m.Value))) + "}",
        SpecValue.Sequence { Items: [var first, ..] } => "[" + Structure(first) + "]",
        _ => "",
    };
}
