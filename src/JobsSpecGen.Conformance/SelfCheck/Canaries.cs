using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.SelfCheck;

/// <summary>Every canary: one for each way in which the suite says that something is wrong.</summary>
internal sealed class Canaries(SuiteModel model, Samples samples)
{
    /// <summary>More than a backend picks in a run, so that no two numbers fall together.</summary>
    private const long FarApart = 1_000_000;

    private readonly AnswerChange _answers = new(model);
    private readonly long _hour = 3600L * model.Spec.TicksPerSecond;

    public IEnumerable<Canary> All() => [.. Values(), .. Parts(), .. Outcomes(), .. Effects(), .. Times()];

    private IEnumerable<Canary> Values()
    {
        yield return new("an optional member that is missing") { Answer = _answers.Of((_, m, _, v) => m!.Required || IsEmpty(v) ? null : SpecValue.Absent) };
        yield return new("an optional member that should not be there") { Answer = _answers.Of((_, m, s, v) => m!.Required || v.IsPresent ? null : Present(samples.First(s.Name))) };
        yield return new("a value that is another one") { Answer = _answers.Of((_, _, s, v) => Other(s, v)) };
        yield return new("a list in the other order") { Answer = _answers.Of((_, _, s, v) => s.Kind == ShapeKind.List && v is SpecValue.Sequence list && Reversed(list) is var back && !back.Equals(list) ? back : null) };
        yield return new("a list with an element less") { Answer = _answers.Of((_, _, s, v) => v is SpecValue.Sequence list && list.Items.Count > (s.MinLength ?? 0) ? new SpecValue.Sequence([.. list.Items.Skip(1)]) : null) };
        yield return new("a required member that is missing") { Says = "a value that satisfies the constraint", Answer = _answers.Of((_, m, _, v) => m!.Required && v.IsPresent ? SpecValue.Absent : null) };
        yield return new("an error with other data") { Answer = _answers.OfErrors((_, s, v) => Other(s, v)) };
        yield return new("an error without its data") { Answer = (_, o) => o is CallOutcome.Refused { Data.Members.Count: > 0 } r ? r with { Data = new([]) } : o };
    }

    /// <summary>Those for kinds of values that many specs do not have: looking for one on every call would take long.</summary>
    private IEnumerable<Canary> Parts()
    {
        if (model.Spec.Shapes.Values.Any(s => s.Kind == ShapeKind.Map))
        {
            yield return new("a map with another value in it") { Answer = _answers.Of((_, _, s, v) => OtherInMap(s, v)) };
        }

        if (model.Spec.Shapes.Values.Any(s => s.ServerChosen))
        {
            yield return new("a number picked twice") { Answer = _answers.Of((_, _, s, v) => s.ServerChosen && v is SpecValue.Integer { Value: not 1 } ? SpecValue.Of(1) : null) };
            yield return new("a picked number that is not the same when seen again")
            {
                Says = "as seen before",
                Answer = _answers.Everywhere((c, s, v) => s.ServerChosen && v is SpecValue.Integer n ? SpecValue.Of(n.Value + (FarApart * c.Number)) : null),
            };
        }
    }

    private IEnumerable<Canary> Outcomes()
    {
        yield return new("another error") { Answer = (c, o) => o is CallOutcome.Refused r && Wrong(c) is { } error ? r with { Error = error } : o };
        yield return new("an answer instead of a refusal") { Answer = (c, o) => o is CallOutcome.Refused && c.Report.Refusal is { Violations.Count: 0 } ? new CallOutcome.Answered(new SpecValue.Record([])) : o };
        yield return new("a constraint of requests that is not checked") { Soonest = CaseKind.Boundary, Answer = (c, o) => c.Report.Refusal is { Violations.Count: > 0 } ? new CallOutcome.Answered(new SpecValue.Record([])) : o };
        yield return new("a refusal instead of an answer") { Says = "expected an answer, got refusal", Answer = (c, o) => o is CallOutcome.Answered && Wrong(c) is { } error ? new CallOutcome.Refused(error, 0, "canary", new([])) : o };
        yield return new("no answer in time") { Says = "no response to", Answer = (c, o) => c.Operation.IsEnvironment ? o : new CallOutcome.TimedOut("canary") };
        yield return new("an exception that is no error of the spec") { Says = nameof(InvalidOperationException), Answer = (c, o) => c.Operation.IsEnvironment ? o : new CallOutcome.Broken(new InvalidOperationException("canary")) };
    }

    private IEnumerable<Canary> Effects()
    {
        yield return new("an effect that is not stored") { Store = c => c.Operation.IsEnvironment ? c.Report.State : c.Before };
        yield return new("an action of the environment that is not stored") { Store = c => c.Operation.IsEnvironment ? c.Before : c.Report.State };
        yield return new("a refusal that changes something") { Store = c => c.Report.Refusal is null ? c.Report.State : model.Suite.CreateState(model.PartitionOf(c.Call)) };
        yield return new("a reading that changes something") { Store = c => c.Operation.IsReadOnly && c.Report.Refusal is null ? model.Suite.CreateState(model.PartitionOf(c.Call)) : c.Report.State };
        if (model.Spec.IsolationClause is not null)
        {
            yield return new("partitions that are not kept apart") { SharesPartitions = true, Soonest = CaseKind.Isolation };
        }
    }

    private IEnumerable<Canary> Times()
    {
        Canary Time(string name, string says, Func<CanaryCall, long, long> change) => new(name)
        {
            Says = says,
            Answer = _answers.Everywhere((c, s, v) => s.Kind == ShapeKind.Timestamp && v is SpecValue.Integer t ? SpecValue.Of(change(c, t.Value)) : null),
        };
        yield return Time("a time in another unit", "a time from", (_, t) => model.Spec.TicksPerSecond == 1 ? t * 1000 : t / 1000);
        yield return Time("a time long before the call", "a time from", (_, t) => t - _hour);
        yield return Time("a time long after the call", "a time from", (_, t) => t + _hour);
        if (model.Spec.TicksPerSecond > 1)
        {
            yield return Time("a time that is not the same when seen again", "as seen before", (c, t) => t + (c.Number % 2)) with { ClockTolerance = TimeSpan.FromSeconds(2) };
            yield return Time("times in the wrong order", "which was stamped", (_, t) => t / 1000 * 1000 + 999 - (t % 1000)) with { ClockTolerance = TimeSpan.FromSeconds(2), Counts = ShowsTwoTimes };
        }
    }

    /// <summary>True for an answer with times of two calls in it, which alone shows that their order is wrong.</summary>
    private bool ShowsTwoTimes(CanaryCall call, CallOutcome outcome)
    {
        var times = new HashSet<SpecValue>();
        _answers.Everywhere((_, s, v) => s.Kind == ShapeKind.Timestamp && times.Add(v) ? v : null)(call, outcome);
        return times.Count > 1;
    }

    /// <summary>An error that the call could give, and that is none of those that apply.</summary>
    private string? Wrong(CanaryCall call) => call.Report.Refusal is { } refusal
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
