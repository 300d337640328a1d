using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>
/// Which constraints the backend's answers were checked against: those that a small change of an answer would break.
/// That is how constraints of shapes that no request has are verified.
/// </summary>
internal sealed class ResponseConstraints(SuiteModel model, ShapeBoundaries boundaries)
{
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _seen = [];

    public bool Covers(string clause) => _checked.Contains(clause);

    /// <summary>Takes note of an answer that conforms.</summary>
    public void Note(SpecCall call, CallOutcome actual)
    {
        if (actual is not CallOutcome.Answered { Response: SpecValue.Record response }
            || model.Operation(call.Operation).Output is not { } output
            || !_seen.Add((output, Outline(response))))
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

    /// <summary>Which members are there.</summary>
    private static string Outline(SpecValue value) => value switch
    {
        SpecValue.Record record => "{" + string.Join(",", record.Members.Select(m => m.Key + Outline(m.Value))) + "}",
        SpecValue.Sequence { Items: [var first, ..] } => "[" + Outline(first) + "]",
        _ => "",
    };
}
