using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Comparison;

/// <summary>Compares the actual outcome of a call with the expected outcome of the oracle.</summary>
internal static class OutcomeComparer
{
    /// <param name="model">The suite.</param>
    /// <param name="bindings">The bindings of the oracle's symbols. New symbols are bound during the comparison.</param>
    /// <param name="call">The call.</param>
    /// <param name="expected">The oracle's result.</param>
    /// <param name="actual">The actual outcome.</param>
    /// <param name="isMutant">Whether the oracle is a mutant. A mutant's own responses may violate constraints, so that constraints are not checked.</param>
    public static IReadOnlyList<Deviation> Compare(SuiteModel model, Bindings bindings, SpecCall call, StepReport expected, CallOutcome actual, bool isMutant = false) =>
        (expected.Refusal, ResolveError(model, expected, actual)) switch
        {
            (_, CallOutcome.Broken broken) => [new(DeviationKind.Broke, "", Describe(expected), Describe(broken.Exception))],
            (_, CallOutcome.TimedOut late) => [new(DeviationKind.Broke, "", Describe(expected), $"no response in time ({late.Reason})")],
            (null, CallOutcome.Refused refused) => Tolerates(model, expected, refused.Error)
                ? []
                : [new(DeviationKind.UnexpectedRefusal, "", "an answer", Describe(refused))],
            (null, CallOutcome.Answered answered) => CompareResponse(model, bindings, call, expected, answered.Response, isMutant),
            ({ } refusal, CallOutcome.Answered answered) =>
                [new(DeviationKind.UnexpectedAnswer, "", "refusal with " + refusal.Error, "the answer " + answered.Response)],
            ({ } refusal, CallOutcome.Refused refused) => CompareRefusal(model, bindings, call, expected, refusal, refused),
            _ => [],
        };

    /// <summary>Whether this error conforms although the oracle expects a response.</summary>
    public static bool Tolerates(SuiteModel model, StepReport expected, string error) =>
        model.Decider(expected)?.Accepts.Contains(error) == true;

    /// <summary>Selects the error that conforms, if the response can mean several errors because they have the same wire name.</summary>
    private static CallOutcome ResolveError(SuiteModel model, StepReport expected, CallOutcome actual) =>
        actual is CallOutcome.Refused { AlsoMeans: { Count: > 0 } others } refused && refused.Error != expected.Refusal?.Error
        && (expected.Refusal is { } refusal
            ? others.FirstOrDefault(o => o == refusal.Error) ?? others.FirstOrDefault(Acceptable(model, expected, refusal).Contains)
            : others.FirstOrDefault(o => Tolerates(model, expected, o))) is { } fitting
            ? refused with { Error = fitting }
            : actual;

    private static IReadOnlyList<Deviation> CompareResponse(SuiteModel model, Bindings bindings, SpecCall call, StepReport expected, SpecValue actual, bool isMutant)
    {
        if (model.Operation(call.Operation).Output is not { } output)
        {
            return [];
        }

        var violations = isMutant ? [] : model.Suite.Validate(output, actual.IsPresent ? actual : new SpecValue.Record([]))
            .Select(v => new Deviation(DeviationKind.Constraint, v.Path, "a value that satisfies the constraint", v.Message) { Clause = v.Clause })
            .ToList();
        return violations.Count > 0
            ? violations
            : new ValueComparer(model, bindings, call).Compare(output, expected.Response ?? new SpecValue.Record([]), actual.IsPresent ? actual : new SpecValue.Record([]));
    }

    private static IReadOnlyList<Deviation> CompareRefusal(SuiteModel model, Bindings bindings, SpecCall call, StepReport expected, StepRefusal refusal, CallOutcome.Refused actual)
    {
        if (!Acceptable(model, expected, refusal).Contains(actual.Error))
        {
            return [new(DeviationKind.WrongError, "", "refusal with " + refusal.Error, Describe(actual))];
        }

        // The spec does not define the data of another error that conforms as well.
        return actual.Error != refusal.Error || refusal.Data.Members.Count == 0
            ? []
            : model.Spec.Shapes.ContainsKey(refusal.Error)
                ? new ValueComparer(model, bindings, call).Compare(refusal.Error, refusal.Data, actual.Data)
                : CompareWithoutShape(refusal.Data, actual.Data);
    }

    /// <summary>Returns all errors that conform if the oracle refuses the call.</summary>
    public static HashSet<string> Acceptable(SuiteModel model, StepReport expected, StepRefusal refusal)
    {
        var errors = new HashSet<string>(StringComparer.Ordinal) { refusal.Error };
        IEnumerable<PointInfo> points = expected.Faults.Select(model.Point);
        if (refusal.Violations.Count == 0 && model.Decider(expected) is { } decider)
        {
            points = points.Append(decider);
        }

        foreach (var point in points)
        {
            errors.UnionWith(point.Accepts);
            if (point.Error is not null)
            {
                errors.Add(point.Error);
            }
        }

        return errors;
    }

    private static IReadOnlyList<Deviation> CompareWithoutShape(SpecValue.Record expected, SpecValue.Record actual) =>
        [.. expected.Members.Where(m => !m.Value.Equals(actual[m.Key]))
            .Select(m => new Deviation(DeviationKind.Value, m.Key, m.Value.ToString(), actual[m.Key].ToString()))];

    private static string Describe(StepReport expected) => expected.Refusal is { } refusal ? "refusal with " + refusal.Error : "an answer";

    private static string Describe(CallOutcome.Refused refused) =>
        $"refusal with {refused.Error}" + (refused.Message.Length > 0 ? $" ({refused.Message})" : "");

    private static string Describe(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";
}
