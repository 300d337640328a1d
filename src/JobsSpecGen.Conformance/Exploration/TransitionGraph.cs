using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>A transition of the bounded model: the effect of a call in a state, independent of the state's times and counters.</summary>
/// <param name="Request">The call.</param>
/// <param name="Report">The result of the step function.</param>
/// <param name="Signature">The signature, which is equal for two calls of the same request class that take the same path through the step function.</param>
/// <param name="Changes">Whether the call changes the state.</param>
internal sealed record Transition(SpecCall Request, StepReport Report, StepSignature Signature, bool Changes);

/// <summary>The equivalence class of a step: exploration treats two steps from a state with equal signatures as equal.</summary>
/// <param name="RequestClass">The operation, with the status and row, or the optional member, that the request has.</param>
/// <param name="Path">The points of the step function that the step passes.</param>
internal sealed record StepSignature(string RequestClass, string Path);

/// <summary>
/// The transition graph of the bounded model, which has one partition, the names of the alphabet and few rows.
/// Its transitions are the requests of the alphabet with at most one optional member, one for each path through the step function.
/// </summary>
internal sealed class TransitionGraph(SuiteModel model, Alphabet alphabet, ExplorationResult exploration)
{
    /// <summary>With two rows, a test can show everything that depends on which row is selected; a third row would only add a middle position.</summary>
    private const int MaxRows = 2;

    private readonly AbstractState _abstraction = new(model, StatusClasses.Of(model, alphabet, exploration));

    private readonly IReadOnlyList<(OperationInfo Operation, SpecCall Call, string RequestClass)> _requests =
    [
        .. from operation in model.Spec.Operations
           from request in alphabet.Of(operation.Name).TakeWhile(r => r.Optionals < 2)
           select (operation, request.Call, RequestClassOf(model, operation, request)),
    ];

    public string KeyOf(object state) => _abstraction.Of(state);

    /// <summary>Returns the distinct transitions from a state that stay within the bounds: the simplest one for each signature, in the order of the alphabet.</summary>
    /// <param name="state">The state.</param>
    /// <param name="now">The oracle's time.</param>
    /// <param name="requestClasses">The allowed request classes. Null: all.</param>
    /// <param name="maxEffects">The maximum number of transitions per signature. Each of them must lead to a different state.</param>
    public IReadOnlyList<Transition> StepsFrom(object state, long now, IReadOnlySet<string>? requestClasses = null, int maxEffects = 1)
    {
        var steps = new List<Transition>();
        var effectsBySignature = new Dictionary<StepSignature, List<object>>();
        foreach (var request in _requests.Where(r => requestClasses?.Contains(r.RequestClass) ?? true))
        {
            var report = model.Suite.Step(state, request.Call, now);
            if (request.Operation.IsEnvironment && report.Refusal is not null)
            {
                continue;
            }

            var signature = new StepSignature(request.RequestClass, string.Join(',', report.Points));
            if (!effectsBySignature.TryGetValue(signature, out var effects))
            {
                effectsBySignature[signature] = effects = [];
            }
            else if (effects.Count >= maxEffects || effects.Any(effect => !model.Differ(effect, report.State)))
            {
                continue;
            }

            effects.Add(report.State);
            var changes = !request.Operation.IsReadOnly && model.Changes(state, report);
            if (!changes || _abstraction.RowCount(report.State) <= MaxRows)
            {
                steps.Add(new(request.Call, report, signature, changes));
            }
        }

        return steps;
    }

    /// <summary>The request class: the operation with the status and the row, or otherwise with the optional members, of the request.</summary>
    private static string RequestClassOf(SuiteModel model, OperationInfo operation, GraphRequest request)
    {
        var members = model.Input(operation).Members;
        var selectors = members
            .Where(m => model.Spec.Lifecycles.Any(l => l.Shape == m.Shape) || model.IdentityOf(model.Shape(m.Shape)) is not null)
            .Select(m => request.Call.Request[m.Name]);
        var optional = members.Where(m => !m.Required && request.Call.Request[m.Name].IsPresent).Select(m => m.Name);
        return $"{operation.Name}|{(request.Optionals == 0 ? string.Join(',', selectors) : string.Join(',', optional))}";
    }
}
