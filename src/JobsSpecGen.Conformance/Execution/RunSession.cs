namespace JobsSpecGen.Conformance.Execution;

/// <summary>One backend under test, with all that executing cases against it needs.</summary>
internal sealed class RunSession
{
    private readonly CaseExecutor _executor;
    private readonly Caller _caller;

    private RunSession(Caller caller, CaseExecutor executor, ResponseConstraints responses)
    {
        _caller = caller;
        _executor = executor;
        Responses = responses;
    }

    /// <summary>Which constraints the responses so far were checked against.</summary>
    public ResponseConstraints Responses { get; }

    public int Calls => _caller.Calls;

    /// <summary>Looks at the backend while nothing has been done with it, and is ready for cases then.</summary>
    public static async Task<RunSession> StartAsync(FullPlan plan, IConformanceTarget target, string backendName, TimeProvider clock, CancellationToken cancellationToken)
    {
        var model = plan.Model;
        var samples = plan.Alphabet.Classes.Samples;
        var responses = new ResponseConstraints(model, new ShapeEdges(model, samples));
        var caller = new Caller(model, target, clock, responses);
        var names = new RunNames(model, samples);
        var runner = new CaseRunner(model, caller, new ProbeChooser(model, plan.Probes), names.Next);
        var operation = model.Spec.Operations[0];
        var shape = model.Input(operation).Members.First(m => m.Name == operation.PartitionMember).Shape;
        var blank = await runner.BlankAsync(samples.First(shape), shape, cancellationToken).ConfigureAwait(false);
        var messages = new FailureMessage(model, backendName, ConformanceRun.SuiteVersion);
        return new(caller, new CaseExecutor(model, runner, new Attributor(model, names.IsIssued, blank), messages), responses);
    }

    public Task<CaseResult> ExecuteAsync(ScriptedCase scripted, CancellationToken cancellationToken) => _executor.ExecuteAsync(scripted, cancellationToken);
}
