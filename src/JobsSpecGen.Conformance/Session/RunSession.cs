using JobsSpecGen.Conformance.Attribution;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Contract;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Explanation;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Planning;
using JobsSpecGen.Conformance.Techniques.Concurrent;
using JobsSpecGen.Conformance.Techniques.Directed;
using JobsSpecGen.Conformance.Techniques.Randomized;
using JobsSpecGen.Conformance.Techniques.Restart;
using JobsSpecGen.Conformance.Techniques.Wire;

namespace JobsSpecGen.Conformance.Session;

/// <summary>Executes test cases against one backend. It selects the executor of the technique for each test case.</summary>
internal sealed class RunSession
{
    private readonly Caller _caller;
    private readonly CaseExecutor _cases;
    private readonly RandomExecutor _random;
    private readonly RaceExecutor _races;
    private readonly RestartExecutor _restarts;
    private readonly WireExecutor _wire;

    private RunSession(TestPlan plan, Caller caller, CaseRunner runner, ObservationChooser chooser, Attributor attributor, ResponseConstraints responses, string backendName, ConformanceOptions options)
    {
        var model = plan.Model;
        var run = new RunIdentity(backendName, EngineVersion.Text, options.Replay);
        var seed = RunSeed.Of(options);
        var raceMessages = new RaceMessage(model, run);
        var raceRunner = new RaceRunner(model, caller, runner);
        _caller = caller;
        _cases = new(model, runner, attributor, new MutantMatcher(model), new FailureMessage(model, run));
        _random = new(new RandomSearch(model, plan.Alphabet, runner, chooser, options, seed), _cases, options);
        _races = new(model, plan.Races, raceRunner, new RaceJudge(model, raceRunner, caller.Target.EnvironmentDelay), runner, raceMessages, options, seed, plan.Exploratory.Count(c => c.Script is CaseScript.Race));
        _restarts = new(
            caller,
            new RestartAtRest(model, plan.Races, caller, runner, chooser, new RestartMessage(model, run)),
            new RestartUnderLoad(model, plan.Races, caller, runner, raceMessages, seed, () => _races.Violated));
        _wire = new(model, caller, runner, chooser, new WireMessage(model, run));
        Responses = responses;
    }

    /// <summary>The constraints that the responses so far were checked against.</summary>
    public ResponseConstraints Responses { get; }

    public int Calls => _caller.Calls;

    /// <summary>
    /// Starts a session. First it calls each read-only operation on an empty partition. If one of these responds as expected now and
    /// deviates in another untouched partition later, attribution finds that partitions are not isolated.
    /// </summary>
    public static async Task<RunSession> StartAsync(TestPlan plan, IConformanceTarget target, string backendName, TimeProvider clock, CancellationToken cancellationToken)
    {
        var model = plan.Model;
        var samples = plan.Alphabet.Classes.Samples;
        var options = target.Options;
        var responses = new ResponseConstraints(model, new ShapeBoundaries(model, samples));
        var caller = new Caller(model, target, clock, responses, options.CallTimeout);
        var names = new RunNames(model, samples);
        var chooser = new ObservationChooser(model, plan.Observations);
        var runner = new CaseRunner(model, caller, chooser, names.Next);
        var operation = model.Spec.Operations[0];
        var shape = model.Input(operation).Members.First(m => m.Name == operation.PartitionMember).Shape;
        var correctOnEmpty = await runner.ObserveEmptyAsync(samples.First(shape), shape, cancellationToken).ConfigureAwait(false);
        return new(plan, caller, runner, chooser, new Attributor(model, names.IsIssued, correctOnEmpty), responses, backendName, options);
    }

    public Task DryRunAsync(IEnumerable<TestCase> cases, Action<TestCase> onCompleted, CancellationToken cancellationToken) =>
        _cases.DryRunAsync(cases, onCompleted, cancellationToken);

    public Task<CaseResult> ExecuteAsync(TestCase testCase, CancellationToken cancellationToken) => testCase.Script switch
    {
        CaseScript.RandomSequences => _random.ExecuteAsync(testCase, cancellationToken),
        CaseScript.Race => _races.ExecuteAsync(testCase, cancellationToken),
        CaseScript.Raw or CaseScript.AllAnswers => _wire.ExecuteAsync(testCase, cancellationToken),
        CaseScript.Restart => _restarts.ExecuteAsync(testCase, cancellationToken),
        _ => _cases.ExecuteAsync(testCase, cancellationToken),
    };
}
