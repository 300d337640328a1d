using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Comparison;

/// <summary>Compares what came of a call with what the oracle says.</summary>
internal static class OutcomeComparer
{
    /// <param name="model">The suite.</param>
    /// <param name="bindings">What the oracle's symbols stand for.</param>
    /// <param name="call">The call.</param>
    /// <param name="expected">What the oracle says.</param>
    /// <param name="actual">What came.</param>
    /// <param name="isMutant">Whether the oracle is a mutant, whose own answers may break constraints: then only differences count.</param>
    public static IReadOnlyList<Deviation> Compare(SuiteModel model, Bindings bindings, SpecCall call, StepReport expected, CallOutcome actual, bool isMutant = false) =>
        (expected.Refusal, Meant(model, expected, actual)) switch
        {
            (_, CallOutcome.Broken broken) => [new(DeviationKind.Broke, "", Expectation(expected), Show(broken.Exception))],
            (_, CallOutcome.TimedOut late) => [new(DeviationKind.Broke, "", Expectation(expected), $"nothing in time ({late.Reason})")],
            (null, CallOutcome.Refused refused) => Tolerates(model, expected, refused.Error)
                ? []
                : [new(DeviationKind.UnexpectedRefusal, "", "an answer", Show(refused))],
            (null, CallOutcome.Answered answered) => Answer(model, bindings, call, expected, answered.Response, isMutant),
            ({ } refusal, CallOutcome.Answered answered) =>
                [new(DeviationKind.UnexpectedAnswer, "", "refusal with " + refusal.Error, "the answer " + answered.Response)],
            ({ } refusal, CallOutcome.Refused refused) => Refusal(model, bindings, call, expected, refusal, refused),
            _ => [],
        };

    /// <summary>True when an expected answer may also be this error.</summary>
    public static bool Tolerates(SuiteModel model, StepReport expected, string error) =>
        model.Decider(expected)?.Accepts.Contains(error) == true;

    /// <summary>Of errors that go by one name on the wire, the one that fits.</summary>
    private static CallOutcome Meant(SuiteModel model, StepReport expected, CallOutcome actual) =>
        actual is CallOutcome.Refused { AlsoMeans: { Count: > 0 } others } refused && refused.Error != expected.Refusal?.Error
        && (expected.Refusal is { } refusal
            ? others.FirstOrDefault(o => o == refusal.Error) ?? others.FirstOrDefault(Acceptable(model, expected, refusal).Contains)
            : others.FirstOrDefault(o => Tolerates(model, expected, o))) is { } fitting
            ? refused with { Error = fitting }
            : actual;

    private static IReadOnlyList<Deviation> Answer(SuiteModel model, Bindings bindings, SpecCall call, StepReport expected, SpecValue actual, bool isMutant)
    {
        if (model.Operation(call.Operation).Output is not { } output)
        {
            return [];
        }

        var broken = isMutant ? [] : model.Suite.Validate(output, actual.IsPresent ? actual : new SpecValue.Record([]))
            .Select(v => new Deviation(DeviationKind.Constraint, v.Path, "a value that keeps the constraint", v.Message) { Clause = v.Clause })
            .ToList();
        return broken.Count > 0
            ? broken
            : new ValueComparer(model, bindings, call).Compare(output, expected.Response ?? new SpecValue.Record([]), actual.IsPresent ? actual : new SpecValue.Record([]));
    }

    private static IReadOnlyList<Deviation> Refusal(SuiteModel model, Bindings bindings, SpecCall call, StepReport expected, StepRefusal refusal, CallOutcome.Refused actual)
    {
        if (!Acceptable(model, expected, refusal).Contains(actual.Error))
        {
            return [new(DeviationKind.WrongError, "", "refusal with " + refusal.Error, Show(actual))];
        }

        // The data of another error that conforms too is not pinned down.
        return actual.Error != refusal.Error || refusal.Data.Members.Count == 0
            ? []
            : model.Spec.Shapes.ContainsKey(refusal.Error)
                ? new ValueComparer(model, bindings, call).Compare(refusal.Error, refusal.Data, actual.Data)
                : Shapeless(refusal.Data, actual.Data);
    }

    /// <summary>Every error that conforms where the oracle refuses.</summary>
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

    private static IReadOnlyList<Deviation> Shapeless(SpecValue.Record expected, SpecValue.Record actual) =>
        [.. expected.Members.Where(m => !m.Value.Equals(actual[m.Key]))
            .Select(m => new Deviation(DeviationKind.Value, m.Key, m.Value.ToString(), actual[m.Key].ToString()))];

    private static string Expectation(StepReport expected) => expected.Refusal is { } refusal ? "refusal with " + refusal.Error : "an answer";

    private static string Show(CallOutcome.Refused refused) =>
        $"refusal with {refused.Error}" + (refused.Message.Length > 0 ? $" ({refused.Message})" : "");

    private static string Show(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";
}
