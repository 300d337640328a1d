using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>A transition of the small world: what a call does in a state, without what the state's times and counters are.</summary>
/// <param name="Request">The call.</param>
/// <param name="Report">What comes of it.</param>
/// <param name="Signature">Equal for two calls that ask for the same and take the same way through the step function.</param>
/// <param name="Changes">Whether it leaves another state.</param>
internal sealed record Transition(SpecCall Request, StepReport Report, StepSignature Signature, bool Changes);

/// <summary>What makes two steps from a state the same to the explorer.</summary>
/// <param name="RequestClass">The operation, and which status and row or which optional member the request has.</param>
/// <param name="Path">The points of the step function that it passes.</param>
internal sealed record StepSignature(string RequestClass, string Path);

/// <summary>
/// The bounded world that is explored: one partition, the names of the alphabet and few rows.
/// Its steps are the requests of the alphabet with one optional member at most, one for each way through the step function.
/// </summary>
internal sealed class TransitionGraph(SuiteModel model, Alphabet alphabet, ExplorationResult exploration)
{
    /// <summary>Two rows show everything that depends on which of several is meant; a third shows what lies between.</summary>
    private const int MostRows = 2;

    private readonly AbstractState _abstraction = new(model, StatusClasses.Of(model, alphabet, exploration));

    private readonly IReadOnlyList<(OperationInfo Operation, SpecCall Call, string RequestClass)> _requests =
    [
        .. from operation in model.Spec.Operations
           from request in alphabet.Of(operation.Name).TakeWhile(r => r.Optionals < 2)
           select (operation, request.Call, AskedFor(model, operation, request)),
    ];

    public string KeyOf(object state) => _abstraction.Of(state);

    /// <summary>Every different step from a state that stays in the bounds, the simplest of each kind, in the order of the alphabet.</summary>
    /// <param name="state">The state.</param>
    /// <param name="now">The oracle's time.</param>
    /// <param name="asked">What may be asked for; null: everything.</param>
    /// <param name="maxEffects">How many steps of one signature there may be, each leaving another state.</param>
    public IReadOnlyList<Transition> StepsFrom(object state, long now, IReadOnlySet<string>? asked = null, int maxEffects = 1)
    {
        var steps = new List<Transition>();
        var left = new Dictionary<StepSignature, List<object>>();
        foreach (var request in _requests.Where(r => asked?.Contains(r.RequestClass) ?? true))
        {
            var report = model.Suite.Step(state, request.Call, now);
            if (request.Operation.IsEnvironment && report.Refusal is not null)
            {
                continue;
            }

            var signature = new StepSignature(request.RequestClass, string.Join(',', report.Points));
            if (!left.TryGetValue(signature, out var effects))
            {
                left[signature] = effects = [];
            }
            else if (effects.Count >= maxEffects || effects.Any(effect => !model.Differ(effect, report.State)))
            {
                continue;
            }

            effects.Add(report.State);
            var changes = !request.Operation.IsReadOnly && model.Changes(state, report);
            if (!changes || _abstraction.Rows(report.State) <= MostRows)
            {
                steps.Add(new(request.Call, report, signature, changes));
            }
        }

        return steps;
    }

    /// <summary>What a request is about: which status and which row, or else which optional member it has.</summary>
    private static string AskedFor(SuiteModel model, OperationInfo operation, GraphRequest request)
    {
        var members = model.Input(operation).Members;
        var asked = members
            .Where(m => model.Spec.Lifecycles.Any(l => l.Shape == m.Shape) || model.IdentityOf(model.Shape(m.Shape)) is not null)
            .Select(m => request.Call.Request[m.Name]);
        var optional = members.Where(m => !m.Required && request.Call.Request[m.Name].IsPresent).Select(m => m.Name);
        return $"{operation.Name}|{(request.Optionals == 0 ? string.Join(',', asked) : string.Join(',', optional))}";
    }
}
