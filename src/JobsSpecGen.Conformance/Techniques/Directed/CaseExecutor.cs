using JobsSpecGen.Conformance.Attribution;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>Runs a case and says what came of it.</summary>
internal sealed class CaseExecutor(SuiteModel model, CaseRunner runner, Attributor attributor, MutantMatcher mutants, FailureMessage messages)
{
    /// <summary>
    /// Walks that go wrong at one operation are explained until so many were: the others most likely came by the same
    /// mistakes. Not where the run would conform all the same, for then one that is not looked into might be all that speaks against it.
    /// </summary>
    private const int MostExplainedOfOperation = 8;

    private readonly Dictionary<CaseScript, Finding> _known = [];
    private readonly Dictionary<string, ConformanceFailure> _violated = new(StringComparer.Ordinal);

    /// <summary>What explained a walk that went wrong, by the operation at which it did and the symptom.</summary>
    private readonly Dictionary<(string Operation, string Symptom), ConformanceFailure> _explained = [];

    private readonly SequenceShrinker _shrinker = new(model, runner);
    private readonly SelectionDiagnosis _selection = new(model, runner);
    private readonly DryRun _dryRun = new(runner, mutants);

    /// <inheritdoc cref="DryRun"/>
    public Task DryRunAsync(IEnumerable<TestCase> cases, Action<TestCase> tried, CancellationToken cancellationToken) =>
        _dryRun.DryRunAsync(cases, tried, cancellationToken);

    public async Task<CaseResult> ExecuteAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        var finding = await FindAsync(testCase, cancellationToken).ConfigureAwait(false);
        if (finding.Failure is { } failure)
        {
            _violated.TryAdd(failure.Clause.Id, failure);
        }

        return Judge(testCase.Planned, finding);
    }

    private async Task<Finding> FindAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        if (testCase.Script is CaseScript.Example example && ExampleCheck.Contradiction(model, example.Scenario) is { } contradiction)
        {
            return new(Verdict.Error, contradiction, null);
        }

        var key = DryRun.KeyOf(testCase);
        if (key is not null && _known.TryGetValue(key, out var known))
        {
            return known;
        }

        try
        {
            var finding = await RunAsync(testCase, cancellationToken).ConfigureAwait(false);
            if (testCase.Script is CaseScript.OneCall { Observation: ObservationLevel.Full } || (key is not null && finding.Failure is not null))
            {
                _known[key!] = finding;
            }

            return finding;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(Verdict.Error, $"the suite broke: {exception}", null);
        }
    }

    private async Task<Finding> RunAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        var run = await _dryRun.RunAsync(testCase, cancellationToken).ConfigureAwait(false);
        if (!run.Deviates)
        {
            return run.Unverifiable is { } reason
                ? new(Verdict.NotVerifiableHere, reason, null)
                : new(Verdict.Verified, null, null);
        }

        return testCase.Script is CaseScript.Sequence
            ? await ExplainSequenceAsync(testCase, run, cancellationToken).ConfigureAwait(false)
            : await ExplainAsync(testCase, run, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Many walks come by the same mistake. What is explained by a violation that is known is not explained again;
    /// the rest is made minimal first, so that nothing that has nothing to do with it stands in the trace.
    /// </summary>
    private async Task<Finding> ExplainSequenceAsync(TestCase testCase, CaseRun run, CancellationToken cancellationToken)
    {
        if (IsRefusedAsInvalid(run) && _violated.Values.FirstOrDefault(f => f.Clause.IsConstraint) is { } constraint)
        {
            return new(Verdict.Violated, null, constraint);
        }

        var wrong = run.Steps[^1].All.First(e => e.Deviates);
        var (operation, symptom) = (wrong.Call.Operation, wrong.Symptom);
        if (_explained.TryGetValue((operation, symptom), out var same))
        {
            return new(Verdict.Violated, null, same);
        }

        var explained = _explained.Keys.Count(k => k.Operation == operation);
        if (explained >= MostExplainedOfOperation && _violated.Values.Any(f => f.Clause.Level == ClauseLevel.Must))
        {
            return new(Verdict.NotExercised, $"goes wrong at {operation}, as {explained} others do that were explained; this one was not looked into", null);
        }

        var finding = await ExplainNewAsync(testCase, run, cancellationToken).ConfigureAwait(false);
        if (finding.Failure is { } failure)
        {
            _explained[(operation, symptom)] = failure;
        }

        return finding;
    }

    private async Task<Finding> ExplainNewAsync(TestCase testCase, CaseRun run, CancellationToken cancellationToken)
    {
        var rough = await ExplainAsync(testCase, run, cancellationToken).ConfigureAwait(false);
        if (rough.Failure is { } failure && _violated.TryGetValue(failure.Clause.Id, out var known))
        {
            return new(Verdict.Violated, null, known);
        }

        var calls = run.Context.Log.Where(e => !e.IsObservation).Select(e => run.Context.Names.Original(e.Call)).ToList();
        if (await _shrinker.ShrinkAsync(calls, cancellationToken).ConfigureAwait(false) is not { } minimal)
        {
            return rough;
        }

        var shrunk = testCase with { Script = minimal.Script };
        var explained = await ExplainAsync(shrunk, minimal.Run, cancellationToken).ConfigureAwait(false);

        // Nothing can be left out of the trace, and it has calls on two partitions: so one of them is felt by the other.
        return explained.Failure is { } found && model.Clause(model.Spec.IsolationClause) is { } isolation && found.Clause != isolation
            && minimal.Calls.Select(model.PartitionOf).Distinct().Count() > 1
                ? await ExplainAsync(shrunk, minimal.Run, cancellationToken, isolation).ConfigureAwait(false)
                : explained;
    }

    /// <summary>A valid request was refused as an invalid one: by which constraint, only the cases at its boundaries can tell.</summary>
    private bool IsRefusedAsInvalid(CaseRun run) => run.Steps[^1].All.FirstOrDefault(e => e.Deviates) is
        { Actual: CallOutcome.Refused { Error: var error }, Expected.Refusal: null or { Violations.Count: 0 } } && error == model.Spec.InvalidInputError;

    /// <param name="testCase">The case.</param>
    /// <param name="run">The run in which it went wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="known">The clause, where it is known already.</param>
    private async Task<Finding> ExplainAsync(TestCase testCase, CaseRun run, CancellationToken cancellationToken, ClauseInfo? known = null)
    {
        var localised = await LocaliseAsync(testCase, run, cancellationToken).ConfigureAwait(false);
        if (Adapter(localised) is { } broken)
        {
            return broken;
        }

        var evidence = EvidenceOf(localised, testCase);
        var (clause, shown) = attributor.Attribute(evidence);
        if (!ReferenceEquals(shown, evidence.Call))
        {
            (evidence, clause, shown) = await RepeatInReverseAsync(testCase, evidence, clause, shown, cancellationToken).ConfigureAwait(false);
        }

        if (await _selection.ClauseAsync(evidence, shown, cancellationToken).ConfigureAwait(false) is { } choice)
        {
            clause = choice;
        }

        if (testCase.Script is CaseScript.TwoPartitions two && clause != model.Spec.IsolationClause)
        {
            var alone = await runner.ThoroughAsync(new CaseScript.OneCall(two.Arrange, two.Call, ObservationLevel.Full), cancellationToken).ConfigureAwait(false);
            clause = alone.Deviates ? clause : model.Spec.IsolationClause;
        }

        IReadOnlyList<MutantInfo> matching = known is not null || clause == model.Spec.IsolationClause ? [] : mutants.Of(evidence.Context, clause);
        clause = Matching(matching, evidence, clause);
        return (known ?? model.Clause(clause)) is { } info
            ? new(Verdict.Violated, null, messages.For(info, evidence, shown, [.. matching.Where(s => s.Clause == info.Id)]))
            : new(Verdict.Error, $"no clause covers this deviation: {shown.Sent}: {string.Join("; ", shown.Deviations)}", null);
    }

    /// <summary>
    /// What is known of mistakes weighs more than what the rules of attribution say, where it names other clauses. Of several
    /// it is one that had a say in the call after which it went wrong. It never makes less of a violation: one of a
    /// <c>must</c> is not laid on a <c>should</c>.
    /// </summary>
    private string? Matching(IReadOnlyList<MutantInfo> matching, Evidence evidence, string? clause)
    {
        var clauses = matching.Select(s => s.Clause).Distinct().Where(c => model.Clause(clause)?.Level != ClauseLevel.Must || model.Clause(c)?.Level == ClauseLevel.Must).ToList();
        return clauses.Count == 0 || clauses.Contains(clause!)
            ? clause
            : model.Points(evidence.Call.Expected).Select(p => p.Clause).FirstOrDefault(c => c is not null && clauses.Contains(c)) ?? clauses[0];
    }

    /// <summary>
    /// Observations again in the other order: where the observations contradict each other then,
    /// one of them is wrong, or changes what it should only show.
    /// </summary>
    private async Task<(Evidence Evidence, string? Clause, Exchange Shown)> RepeatInReverseAsync(TestCase testCase, Evidence evidence, string? clause, Exchange shown, CancellationToken cancellationToken)
    {
        var again = await runner.ThoroughAsync(testCase.Script, cancellationToken, reversed: true).ConfigureAwait(false);
        if (!again.Deviates)
        {
            return (evidence, clause, shown);
        }

        var other = EvidenceOf(again, testCase);
        var (otherClause, otherShown) = attributor.Attribute(other);
        var isReading = otherClause is not null && model.Spec.Points.Any(p => p.Clause == otherClause && p.Kind == PointKind.Answered && model.Operation(p.Operation).IsReadOnly);
        return isReading ? (other, otherClause, otherShown) : (evidence, clause, shown);
    }

    private static Evidence EvidenceOf(CaseRun run, TestCase testCase) =>
        new(run.Context, run.Steps[^1], [.. run.Steps.Take(run.Steps.Count - 1)], testCase);

    /// <summary>Repeats the case until a first wrong call is known: alone, else with all that was done in the situation, else as it was seen.</summary>
    private async Task<CaseRun> LocaliseAsync(TestCase testCase, CaseRun run, CancellationToken cancellationToken)
    {
        var thorough = await runner.ThoroughAsync(testCase.Script, cancellationToken).ConfigureAwait(false);
        if (thorough.Deviates)
        {
            return thorough;
        }

        var repeated = await runner.RepeatAsync(run.Context, cancellationToken).ConfigureAwait(false);
        return repeated.Deviates ? repeated : run;
    }

    /// <summary>An action of the environment that throws says nothing about the service.</summary>
    private Finding? Adapter(CaseRun run) => run.Steps[^1].All.FirstOrDefault(e => e.Deviates) switch
    {
        { Actual: CallOutcome.Broken broken } exchange when model.Operation(exchange.Call.Operation).IsEnvironment =>
            new(Verdict.Error, $"the adapter broke on {exchange.Sent}: {broken.Exception}", null),
        { Actual: CallOutcome.TimedOut late } exchange =>
            new(Verdict.Error, $"no response to {exchange.Sent}, so that nobody knows whether it took effect: {late.Reason}", null),
        _ => null,
    };

    private static CaseResult Judge(PlannedCase planned, Finding finding)
    {
        if (finding.Failure is not { } failure)
        {
            return new(planned.Kind, planned.Name, planned.Clause, finding.Verdict, finding.Reason, null);
        }

        var isOwn = planned.Clause is null || planned.Clause == failure.Clause.Id;
        return new(
            planned.Kind,
            planned.Name,
            planned.Clause,
            isOwn ? Verdict.Violated : Verdict.NotExercised,
            isOwn ? failure.Summary : $"not reached: {failure.Clause.Id} is violated on the way",
            failure);
    }

    private sealed record Finding(Verdict Verdict, string? Reason, ConformanceFailure? Failure);
}
