namespace JobsSpecGen.Conformance.Tests.Counter;

/// <summary>A counter with a limit. It has no collections, no lifecycle and no name except that of the partition. Its state is a field of the partition.</summary>
/// <param name="limit">The limit.</param>
/// <param name="isAtomic">True if the spec guarantees that concurrent changes have the same effect as in some sequential order.</param>
internal sealed class CounterSuite(long limit = 3, bool isAtomic = false) : ConformanceSuite
{
    private const string Atomicity = "counter.atomicity";

    public override SpecInfo Spec { get; } = new("Counter", "1", "abc", "counter.yaml", 1000)
    {
        Shapes = new ShapeInfo[]
        {
            new("Name", ShapeKind.Text, 1) { MinLength = 1, MaxLength = 40, Fresh = true, Examples = [SpecValue.Of("c")] },
            new("Amount", ShapeKind.Integer, 2) { Minimum = 1, Maximum = 2 },
            new("Count", ShapeKind.Integer, 3),
            new("AddRequest", ShapeKind.Structure, 4) { Members = [new("name", "Name", true, 4), new("amount", "Amount", true, 4)] },
            new("AddResponse", ShapeKind.Structure, 5),
            new("ReadRequest", ShapeKind.Structure, 6) { Members = [new("name", "Name", true, 6)] },
            new("ReadResponse", ShapeKind.Structure, 7) { Members = [new("count", "Count", true, 7)] },
        }.ToDictionary(s => s.Name),
        Operations = [new("Add", "AddRequest", "AddResponse", "name"), new("Read", "ReadRequest", "ReadResponse", "name") { IsReadOnly = true }],
        Clauses =
        [
            Rule("add.counts"), Rule("add.limit"), Rule("add.answer"), Rule("read.answer"), Rule("counter.isolation"),
            .. isAtomic ? [Rule(Atomicity)] : Array.Empty<ClauseInfo>(),
            .. ((string[])["name", "amount.range", "required"]).Select(id => Rule(id) with { IsConstraint = true }),
        ],
        Points =
        [
            new(0, "Add", PointKind.Refused, "add.limit", 10) { Error = "LimitExceeded" },
            new(1, "Add", PointKind.Wrote, "add.counts", 11) { Fields = ["counter.count"] },
            new(2, "Add", PointKind.Answered, "add.answer", 12),
            new(3, "Read", PointKind.Answered, "read.answer", 13) { Members = [new("count") { Field = "counter.count" }] },
        ],
        Collections = [],
        Lifecycles = [],
        Scenarios = [],
        IsolationClause = "counter.isolation",
        AtomicityClause = isAtomic ? Atomicity : null,
        InvalidInputError = "Invalid",
    };

    public override object CreateState(SpecValue partition) => 0L;

    public override SpecValue.Record Inspect(object state) => new([new("count", SpecValue.Of((long)state))]);

    public override StepReport Step(object state, SpecCall call, long now) => Step((long)state, call, limit, 0);

    public StepReport Step(long count, SpecCall call, long maximum, long lost)
    {
        var violations = Validate(call.Operation + "Request", call.Request);
        if (violations.Count > 0)
        {
            return new(count, null, new("Invalid", new([]), violations), [], []);
        }

        if (call.Operation == "Read")
        {
            return new(count, new SpecValue.Record([new("count", SpecValue.Of(count))]), null, [3], []);
        }

        var next = count + ((SpecValue.Integer)call.Request["amount"]).Value;
        return next > maximum
            ? new(count, null, new("LimitExceeded", new([]), []), [0], [0])
            : new(next - lost, new SpecValue.Record([]), null, [1, 2], []);
    }

    public override IReadOnlyList<ConstraintViolation> Validate(string shape, SpecValue value) => [.. Violations(shape, value)];

    private IEnumerable<ConstraintViolation> Violations(string shape, SpecValue value) => (shape, value) switch
    {
        ("Name", SpecValue.Text text) when text.Value.Length is < 1 or > 40 => [new("name", "name", "length")],
        ("Amount", SpecValue.Integer amount) when amount.Value is < 1 or > 2 => [new("amount.range", "amount", "range")],
        (_, SpecValue.Record record) => Spec.Shapes[shape].Members.SelectMany(m => record[m.Name].IsPresent
            ? Violations(m.Shape, record[m.Name])
            : [new ConstraintViolation("required", m.Name, "required")]),
        _ => [],
    };

    private static ClauseInfo Rule(string id) => new(id, ClauseLevel.Must, $"The rule {id} holds.", "", 1);
}
