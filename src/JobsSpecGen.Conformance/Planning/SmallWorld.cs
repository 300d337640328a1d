namespace JobsSpecGen.Conformance.Planning;

/// <summary>A transition of the small world: what a call does in a state, without what the state's times and counters are.</summary>
/// <param name="Request">The call.</param>
/// <param name="Report">What comes of it.</param>
/// <param name="Signature">Equal for two calls that take the same way through the step function and ask for the same.</param>
internal sealed record WorldStep(SpecCall Request, StepReport Report, string Signature)
{
    public bool Changes { get; init; }
}

/// <summary>
/// The bounded world that is explored: one partition, the names of the alphabet and few rows.
/// Its steps are the requests of the alphabet with one optional member at most, one for each way through the step function.
/// </summary>
internal sealed class SmallWorld(SuiteModel model, Alphabet alphabet, ExplorationResult exploration)
{
    /// <summary>Two rows show everything that depends on which of several is meant; a third shows what lies between.</summary>
    private const int MostRows = 2;

    private readonly AbstractState _abstraction = new(model, StatusClasses.Of(model, alphabet, exploration));

    /// <summary>By the object itself: a walk often begins where another did.</summary>
    private readonly Dictionary<object, IReadOnlyList<WorldStep>> _known = new(ReferenceEqualityComparer.Instance);

    public string KeyOf(object state) => _abstraction.Of(state);

    /// <summary>Every different step from a state that stays in the bounds, the simplest of each kind, in the order of the alphabet.</summary>
    public IReadOnlyList<WorldStep> StepsFrom(object state, long now)
    {
        if (!_known.TryGetValue(state, out var steps))
        {
            _known[state] = steps = Steps(state, now);
        }

        return steps;
    }

    private List<WorldStep> Steps(object state, long now)
    {
        var steps = new List<WorldStep>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in model.Spec.Operations)
        {
            foreach (var request in alphabet.Of(operation.Name).TakeWhile(r => r.Optionals < 2))
            {
                var report = model.Suite.Step(state, request.Call, now);
                if (operation.IsEnvironment && report.Refusal is not null)
                {
                    continue;
                }

                var signature = Signature(operation, request, report);
                var changes = !operation.IsReadOnly && model.Changes(state, report);
                if (seen.Add(signature) && (!changes || _abstraction.Rows(report.State) <= MostRows))
                {
                    steps.Add(new(request.Call, report, signature) { Changes = changes });
                }
            }
        }

        return steps;
    }

    private string Signature(OperationInfo operation, WorldRequest request, StepReport report)
    {
        var members = model.Input(operation).Members;
        var asked = members
            .Where(m => model.Spec.Lifecycles.Any(l => l.Shape == m.Shape) || model.IdentityOf(model.Shape(m.Shape)) is not null)
            .Select(m => request.Call.Request[m.Name]);
        var optional = members.Where(m => !m.Required && request.Call.Request[m.Name].IsPresent).Select(m => m.Name);
        return $"{operation.Name}|{string.Join(',', report.Points)}|{(request.Optionals == 0 ? string.Join(',', asked) : string.Join(',', optional))}";
    }
}
