using System.Runtime.CompilerServices;

namespace JobsSpecGen.Conformance.Model;

/// <summary>A suite with the lookups that all parts of the engine share.</summary>
internal sealed class SuiteModel
{
    private static readonly ConditionalWeakTable<ConformanceSuite, SuiteModel> Cache = [];
    private readonly Dictionary<string, OperationInfo> _operations;
    private readonly Dictionary<string, ClauseInfo> _clauses = new(StringComparer.Ordinal);

    private SuiteModel(ConformanceSuite suite)
    {
        Suite = suite;
        _operations = suite.Spec.Operations.ToDictionary(o => o.Name, StringComparer.Ordinal);
        foreach (var clause in suite.Spec.Clauses)
        {
            _clauses.TryAdd(clause.Id, clause);
        }

        IdentityShapes = [.. suite.Spec.Shapes.Values.Where(s => s.Fresh).Select(s => s.Name).Order(StringComparer.Ordinal)];
    }

    public ConformanceSuite Suite { get; }

    public SpecInfo Spec => Suite.Spec;

    /// <summary>The fresh text shapes: those whose values identify rows and partitions.</summary>
    public IReadOnlyList<string> IdentityShapes { get; }

    public static SuiteModel Of(ConformanceSuite suite) => Cache.GetValue(suite, s => new SuiteModel(s));

    public OperationInfo Operation(string name) => _operations[name];

    public ShapeInfo Shape(string name) => Spec.Shapes[name];

    public ShapeInfo Input(OperationInfo operation) => Shape(operation.Input);

    public ClauseInfo? Clause(string? id) => id is null ? null : _clauses.GetValueOrDefault(id);

    public PointInfo Point(int index) => Spec.Points[index];

    public IEnumerable<PointInfo> Points(StepReport report) => report.Points.Select(Point);

    public CollectionInfo? Collection(string name) => Spec.Collections.FirstOrDefault(c => c.Name == name);

    /// <summary>The partition that a call names, or the empty text if it names none; the step function refuses such a call.</summary>
    public SpecValue PartitionOf(SpecCall call)
    {
        var value = call.Request[Operation(call.Operation).PartitionMember];
        return value.IsPresent ? value : SpecValue.Of("");
    }

    /// <summary>The fresh shape from which a text shape takes its values, or null if its values need not be fresh.</summary>
    public string? IdentityOf(ShapeInfo shape)
    {
        for (ShapeInfo? s = shape; s is not null; s = s.Base is null ? null : Shape(s.Base))
        {
            if (s.Fresh)
            {
                return s.Name;
            }
        }

        return null;
    }

    /// <summary>The point that decided the outcome: the refusal, or the return of the response.</summary>
    public PointInfo? Decider(StepReport report) =>
        report.Refusal is not null
            ? Points(report).LastOrDefault(p => p.Kind == PointKind.Refused)
            : Points(report).LastOrDefault(p => p.Kind is PointKind.Answered or PointKind.AnsweredInstead);

    /// <summary>Whether a step changed the state. The comparison is by value, because a step may return a new object with equal content.</summary>
    public bool Changes(object before, StepReport report) =>
        report.Refusal is null && Differ(before, report.State);

    /// <summary>Whether two states have different rows.</summary>
    public bool Differ(object one, object other) => !ReferenceEquals(one, other) && !Suite.Inspect(one).Equals(Suite.Inspect(other));

    public bool IsValid(string shape, SpecValue value) => Suite.Validate(shape, value).Count == 0;

    /// <summary>Whether a lifecycle controls the field; <paramref name="field"/> is <c>collection.field</c>.</summary>
    public bool IsLifecycle(string field) => Spec.Lifecycles.Any(l => l.Collection + "." + l.Field == field);

    /// <summary>Whether the field is part of the key of its row.</summary>
    public bool IsKey(string field)
    {
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Collection(field[..dot]) is { } c && c.KeyFields.Contains(field[(dot + 1)..]);
    }
}
