using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.SelfCheck;

/// <summary>Lists all canaries: one for each kind of deviation that the suite reports.</summary>
internal sealed class Canaries(SuiteModel model, Samples samples)
{
    /// <summary>Larger than the number of server-chosen values in a run, so that changed numbers never collide.</summary>
    private const long NumberOffset = 1_000_000;

    private readonly ResponseChange _change = new(model);
    private readonly long _hour = 3600L * model.Spec.TicksPerSecond;

    public IEnumerable<Canary> All() => [.. Values(), .. OptionalValues(), .. Outcomes(), .. Effects(), .. Times()];

    private IEnumerable<Canary> Values()
    {
        yield return new("an optional member that is missing") { ChangeOutcome = _change.First((_, m, _, v) => m!.Required || IsEmpty(v) ? null : SpecValue.Absent) };
        yield return new("an optional member that should not be there") { ChangeOutcome = _change.First((_, m, s, v) => m!.Required || v.IsPresent ? null : Present(samples.First(s.Name))) };
        yield return new("a wrong value") { ChangeOutcome = _change.First((_, _, s, v) => Other(s, v)) };
        yield return new("a list in reverse order") { ChangeOutcome = _change.First((_, _, s, v) => s.Kind == ShapeKind.List && v is SpecValue.Sequence list && Reversed(list) is var back && !back.Equals(list) ? back : null) };
        yield return new("a list with a missing element") { ChangeOutcome = _change.First((_, _, s, v) => v is SpecValue.Sequence list && list.Items.Count > (s.MinLength ?? 0) ? new SpecValue.Sequence([.. list.Items.Skip(1)]) : null) };
        yield return new("a required member that is missing") { ExpectedMessage = "a value that satisfies the constraint", ChangeOutcome = _change.First((_, m, _, v) => m!.Required && v.IsPresent ? SpecValue.Absent : null) };
        yield return new("an error with wrong data") { ChangeOutcome = _change.FirstOfError((_, s, v) => Other(s, v)) };
        yield return new("an error without its data") { ChangeOutcome = (_, o) => o is CallOutcome.Refused { Data.Members.Count: > 0 } r ? r with { Data = new([]) } : o };
    }

    /// <summary>
    /// Canaries for kinds of values that many specs do not have. They are omitted for these specs, because searching every response for a
    /// value that does not exist takes long.
    /// </summary>
    private IEnumerable<Canary> OptionalValues()
    {
        if (model.Spec.Shapes.Values.Any(s => s.Kind == ShapeKind.Map))
        {
            yield return new("a map with a wrong value") { ChangeOutcome = _change.First((_, _, s, v) => OtherInMap(s, v)) };
        }

        if (model.Spec.Shapes.Values.Any(s => s.ServerChosen))
        {
            yield return new("a server-chosen number that is used twice") { ChangeOutcome = _change.First((_, _, s, v) => s.ServerChosen && v is SpecValue.Integer { Value: not 1 } ? SpecValue.Of(1) : null) };
            yield return new("a server-chosen number that changes between responses")
            {
                ExpectedMessage = "as seen before",
                ChangeOutcome = _change.Everywhere((c, s, v) => s.ServerChosen && v is SpecValue.Integer n ? SpecValue.Of(n.Value + (NumberOffset * c.Number)) : null),
            };
        }
    }

    private IEnumerable<Canary> Outcomes()
    {
        yield return new("a wrong error") { ChangeOutcome = (c, o) => o is CallOutcome.Refused r && WrongError(c) is { } error ? r with { Error = error } : o };
        yield return new("an answer instead of a refusal") { ChangeOutcome = (c, o) => o is CallOutcome.Refused && c.Report.Refusal is { Violations.Count: 0 } ? new CallOutcome.Answered(new SpecValue.Record([])) : o };
        yield return new("a request constraint that is not checked") { FirstKind = CaseKind.Boundary, ChangeOutcome = (c, o) => c.Report.Refusal is { Violations.Count: > 0 } ? new CallOutcome.Answered(new SpecValue.Record([])) : o };
        yield return new("a refusal instead of an answer") { ExpectedMessage = "expected an answer, got refusal", ChangeOutcome = (c, o) => o is CallOutcome.Answered && WrongError(c) is { } error ? new CallOutcome.Refused(error, 0, "canary", new([])) : o };
        yield return new("no answer in time") { ExpectedMessage = "no response to", ChangeOutcome = (c, o) => c.Operation.IsEnvironment ? o : new CallOutcome.TimedOut("canary") };
        yield return new("an exception that is not an error of the spec") { ExpectedMessage = nameof(InvalidOperationException), ChangeOutcome = (c, o) => c.Operation.IsEnvironment ? o : new CallOutcome.Broken(new InvalidOperationException("canary")) };
    }

    private IEnumerable<Canary> Effects()
    {
        yield return new("an effect that is not stored") { ChangeState = c => c.Operation.IsEnvironment ? c.Report.State : c.Before };
        yield return new("an environment action that is not stored") { ChangeState = c => c.Operation.IsEnvironment ? c.Before : c.Report.State };
        yield return new("a refusal that changes the state") { ChangeState = c => c.Report.Refusal is null ? c.Report.State : model.Suite.CreateState(model.PartitionOf(c.Call)) };
        yield return new("a read that changes the state") { ChangeState = c => c.Operation.IsReadOnly && c.Report.Refusal is null ? model.Suite.CreateState(model.PartitionOf(c.Call)) : c.Report.State };
        if (model.Spec.IsolationClause is not null)
        {
            yield return new("partitions that are not isolated") { SharesPartitions = true, FirstKind = CaseKind.Isolation };
        }
    }

    private IEnumerable<Canary> Times()
    {
        Canary Time(string name, string expectedMessage, Func<CanaryCall, long, long> change) => new(name)
        {
            ExpectedMessage = expectedMessage,
            ChangeOutcome = _change.Everywhere((c, s, v) => s.Kind == ShapeKind.Timestamp && v is SpecValue.Integer t ? SpecValue.Of(change(c, t.Value)) : null),
        };
        yield return Time("a time in another unit", "a time from", (_, t) => model.Spec.TicksPerSecond == 1 ? t * 1000 : t / 1000);
        yield return Time("a time long before the call", "a time from", (_, t) => t - _hour);
        yield return Time("a time long after the call", "a time from", (_, t) => t + _hour);
        if (model.Spec.TicksPerSecond > 1)
        {
            yield return Time("a time that changes between responses", "as seen before", (c, t) => t + (c.Number % 2)) with { ClockTolerance = TimeSpan.FromSeconds(2) };
            yield return Time("times in the wrong order", "which was stamped", (_, t) => t / 1000 * 1000 + 999 - (t % 1000)) with { ClockTolerance = TimeSpan.FromSeconds(2), MustBeDetected = ShowsTwoTimes };
        }
    }

    /// <summary>True for an outcome with times of two calls. Only such an outcome shows that their order is wrong.</summary>
    private bool ShowsTwoTimes(CanaryCall call, CallOutcome outcome)
    {
        var times = new HashSet<SpecValue>();
        _change.Everywhere((_, s, v) => s.Kind == ShapeKind.Timestamp && times.Add(v) ? v : null)(call, outcome);
        return times.Count > 1;
    }

    /// <summary>An error of the operation that the spec does not accept for this call.</summary>
    private string? WrongError(CanaryCall call) => call.Report.Refusal is { } refusal
        ? call.Operation.Errors.Except(OutcomeComparer.Acceptable(model, call.Report, refusal)).FirstOrDefault()
        : call.Operation.Errors.FirstOrDefault(e => !OutcomeComparer.Tolerates(model, call.Report, e));

    private SpecValue? Other(ShapeInfo shape, SpecValue value) => (shape.Kind, value) switch
    {
        (ShapeKind.Enumeration, SpecValue.Text text) => shape.Values.Where(v => v != text.Value).Select(v => SpecValue.Of(v)).FirstOrDefault(),
        (ShapeKind.Integer, SpecValue.Integer number) when !shape.ServerChosen => Valid(shape, SpecValue.Of(number.Value + 1), SpecValue.Of(number.Value - 1)),
        (ShapeKind.Boolean, SpecValue.Boolean truth) => SpecValue.Of(!truth.Value),
        (ShapeKind.Text, SpecValue.Text text) when model.IdentityOf(shape) is null => Valid(shape, SpecValue.Of(text.Value + text.Value), SpecValue.Of(text.Value[..^1])),
        _ => null,
    };

    private SpecValue.Record? OtherInMap(ShapeInfo shape, SpecValue value) =>
        shape.Kind == ShapeKind.Map && value is SpecValue.Record { Members.Count: > 0 } map && map.Members.First() is var (key, old) && Other(model.Shape(shape.Element!), old) is { } other
            ? map.With(key, other)
            : null;

    private SpecValue? Valid(ShapeInfo shape, params SpecValue[] values) => values.FirstOrDefault(v => model.IsValid(shape.Name, v));

    private static SpecValue? Present(SpecValue value) => IsEmpty(value) ? null : value;

    private static bool IsEmpty(SpecValue value) => !value.IsPresent || value is SpecValue.Record { Members.Count: 0 } or SpecValue.Sequence { Items.Count: 0 };

    private static SpecValue.Sequence Reversed(SpecValue.Sequence list) => new([.. list.Items.Reverse()]);
}
