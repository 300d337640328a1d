using JobsSpecGen.Conformance.Attribution;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Explanation;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Planning;
using JobsSpecGen.Conformance.Techniques.Concurrent;
using JobsSpecGen.Conformance.Techniques.Directed;
using JobsSpecGen.Conformance.Techniques.Randomized;
using JobsSpecGen.Conformance.Techniques.Restart;
using JobsSpecGen.Conformance.Techniques.Wire;

namespace JobsSpecGen.Conformance.Session;

/// <summary>One backend under test, with all that executing cases against it needs.</summary>
internal sealed class RunSession
{
    private readonly Caller _caller;
    private readonly CaseExecutor _cases;
    private readonly SampleExecutor _samples;
    private readonly RaceExecutor _races;
    private readonly RestartExecutor _restarts;
    private readonly WireExecutor _wire;

    private RunSession(FullPlan plan, Caller caller, CaseRunner runner, ProbeChooser chooser, Attributor attributor, ResponseConstraints responses, string backendName, ConformanceOptions options)
    {
        var model = plan.Model;
        var run = new RunIdentity(backendName, EngineVersion.Text, options.Replay);
        var seed = RunSeed.Of(options);
        var raceMessages = new RaceMessage(model, run);
        var raceRunner = new RaceRunner(model, caller, runner);
        _caller = caller;
        _cases = new(model, runner, attributor, new Suspects(model), new FailureMessage(model, run));
        _samples = new(new Sampler(model, plan.Alphabet, runner, chooser, options, seed), _cases, options);
        _races = new(model, plan.Races, raceRunner, new RaceJudge(model, raceRunner, caller.Target.EnvironmentDelay), runner, raceMessages, options, seed, plan.Live.Count(c => c.Script is CaseScript.Race));
        _restarts = new(
            caller,
            new QuietRestart(model, plan.Races, caller, runner, chooser, new RestartMessage(model, run)),
            new LoadedRestart(model, plan.Races, caller, runner, raceMessages, seed, () => _races.Violated));
        _wire = new(model, caller, runner, chooser, new WireMessage(model, run));
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
        var options = target.Options;
        var responses = new ResponseConstraints(model, new ShapeEdges(model, samples));
        var caller = new Caller(model, target, clock, responses, options.CallTimeout);
        var names = new RunNames(model, samples);
        var chooser = new ProbeChooser(model, plan.Probes);
        var runner = new CaseRunner(model, caller, chooser, names.Next);
        var operation = model.Spec.Operations[0];
        var shape = model.Input(operation).Members.First(m => m.Name == operation.PartitionMember).Shape;
        var blank = await runner.BlankAsync(samples.First(shape), shape, cancellationToken).ConfigureAwait(false);
        return new(plan, caller, runner, chooser, new Attributor(model, names.IsIssued, blank), responses, backendName, options);
    }

    public Task RehearseAsync(IEnumerable<ScriptedCase> cases, Action<ScriptedCase> tried, CancellationToken cancellationToken) =>
        _cases.RehearseAsync(cases, tried, cancellationToken);

    public Task<CaseResult> ExecuteAsync(ScriptedCase scripted, CancellationToken cancellationToken) => scripted.Script switch
    {
        CaseScript.Sampled => _samples.ExecuteAsync(scripted, cancellationToken),
        CaseScript.Race => _races.ExecuteAsync(scripted, cancellationToken),
        CaseScript.Raw or CaseScript.Watched => _wire.ExecuteAsync(scripted, cancellationToken),
        CaseScript.Crash => _restarts.ExecuteAsync(scripted, cancellationToken),
        _ => _cases.ExecuteAsync(scripted, cancellationToken),
    };
}
