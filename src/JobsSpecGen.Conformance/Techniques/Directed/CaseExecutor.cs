using JobsSpecGen.Conformance.Attribution;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>Runs a test case and explains a deviation by the clause that it violates.</summary>
internal sealed class CaseExecutor(SuiteModel model, CaseRunner runner, Attributor attributor, MutantMatcher mutants, FailureMessage messages)
{
    /// <summary>
    /// The number of failing walks that are explained for each operation. Further ones most likely show the same faults. The bound applies
    /// only once a <c>must</c> clause is violated. Otherwise a walk that is not explained could be the only evidence against the backend.
    /// </summary>
    private const int MaxExplainedPerOperation = 8;

    private readonly Dictionary<CaseScript, Finding> _findings = [];
    private readonly Dictionary<string, ConformanceFailure> _violations = new(StringComparer.Ordinal);

    /// <summary>The failures that explain failing walks, by the operation that deviates and the symptom.</summary>
    private readonly Dictionary<(string Operation, string Symptom), ConformanceFailure> _explanations = [];

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
            _violations.TryAdd(failure.Clause.Id, failure);
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
        if (key is not null && _findings.TryGetValue(key, out var known))
        {
            return known;
        }

        try
        {
            var finding = await RunAsync(testCase, cancellationToken).ConfigureAwait(false);
            if (testCase.Script is CaseScript.OneCall { Observation: ObservationLevel.Full } || (key is not null && finding.Failure is not null))
            {
                _findings[key!] = finding;
            }

            return finding;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(Verdict.Error, $"the suite failed: {exception}", null);
        }
    }

    private async Task<Finding> RunAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        var run = await _dryRun.RunAsync(testCase, cancellationToken).ConfigureAwait(false);
        if (!run.Deviates)
        {
            return run.UnverifiableReason is { } reason
                ? new(Verdict.NotVerifiableHere, reason, null)
                : new(Verdict.Verified, null, null);
        }

        return testCase.Script is CaseScript.Sequence
            ? await ExplainSequenceAsync(testCase, run, cancellationToken).ConfigureAwait(false)
            : await ExplainAsync(testCase, run, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Explains a failing walk. Many walks fail by the same fault, so a walk that a known violation explains is not explained again.
    /// Any other walk is shrunk first, so that the trace holds only the calls that the failure needs.
    /// </summary>
    private async Task<Finding> ExplainSequenceAsync(TestCase testCase, CaseRun run, CancellationToken cancellationToken)
    {
        if (IsRefusedAsInvalid(run) && _violations.Values.FirstOrDefault(f => f.Clause.IsConstraint) is { } constraint)
        {
            return new(Verdict.Violated, null, constraint);
        }

        var deviating = run.Steps[^1].All.First(e => e.Deviates);
        var (operation, symptom) = (deviating.Call.Operation, deviating.Symptom);
        if (_explanations.TryGetValue((operation, symptom), out var same))
        {
            return new(Verdict.Violated, null, same);
        }

        var explained = _explanations.Keys.Count(k => k.Operation == operation);
        if (explained >= MaxExplainedPerOperation && _violations.Values.Any(f => f.Clause.Level == ClauseLevel.Must))
        {
            return new(Verdict.NotExercised, $"deviates at {operation}, like {explained} walks that were explained; this one was not explained", null);
        }

        var finding = await ShrinkAndExplainAsync(testCase, run, cancellationToken).ConfigureAwait(false);
        if (finding.Failure is { } failure)
        {
            _explanations[(operation, symptom)] = failure;
        }

        return finding;
    }

    private async Task<Finding> ShrinkAndExplainAsync(TestCase testCase, CaseRun run, CancellationToken cancellationToken)
    {
        var unshrunk = await ExplainAsync(testCase, run, cancellationToken).ConfigureAwait(false);
        if (unshrunk.Failure is { } failure && _violations.TryGetValue(failure.Clause.Id, out var known))
        {
            return new(Verdict.Violated, null, known);
        }

        var calls = run.Context.Log.Where(e => !e.IsObservation).Select(e => run.Context.Names.Original(e.Call)).ToList();
        if (await _shrinker.ShrinkAsync(calls, cancellationToken).ConfigureAwait(false) is not { } minimal)
        {
            return unshrunk;
        }

        var shrunk = testCase with { Script = minimal.Script };
        var explained = await ExplainAsync(shrunk, minimal.Run, cancellationToken).ConfigureAwait(false);

        // The trace is minimal and has calls on two partitions, so the calls on one affect the other.
        return explained.Failure is { } found && model.Clause(model.Spec.IsolationClause) is { } isolation && found.Clause != isolation
            && minimal.Calls.Select(model.PartitionOf).Distinct().Count() > 1
                ? await ExplainAsync(shrunk, minimal.Run, cancellationToken, isolation).ConfigureAwait(false)
                : explained;
    }

    /// <summary>True when a valid request was refused as invalid. Only the boundary cases show which constraint refused it.</summary>
    private bool IsRefusedAsInvalid(CaseRun run) => run.Steps[^1].All.FirstOrDefault(e => e.Deviates) is
        { Actual: CallOutcome.Refused { Error: var error }, Expected.Refusal: null or { Violations.Count: 0 } } && error == model.Spec.InvalidInputError;

    /// <param name="testCase">The test case.</param>
    /// <param name="run">The run that deviated.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <param name="known">The violated clause where it is already known.</param>
    private async Task<Finding> ExplainAsync(TestCase testCase, CaseRun run, CancellationToken cancellationToken, ClauseInfo? known = null)
    {
        var localized = await LocalizeAsync(testCase, run, cancellationToken).ConfigureAwait(false);
        if (ErrorOf(localized) is { } broken)
        {
            return broken;
        }

        var evidence = EvidenceOf(localized, testCase);
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

        IReadOnlyList<MutantInfo> matching = known is not null || clause == model.Spec.IsolationClause ? [] : mutants.MatchesOf(evidence.Context, clause);
        clause = PreferMutants(matching, evidence, clause);
        return (known ?? model.Clause(clause)) is { } info
            ? new(Verdict.Violated, null, messages.For(info, evidence, shown, [.. matching.Where(m => m.Clause == info.Id)]))
            : new(Verdict.Error, $"no clause covers this deviation: {shown.Sent}: {string.Join("; ", shown.Deviations)}", null);
    }

    /// <summary>
    /// Matching mutants take precedence over the attribution rules where they name other clauses. Of several clauses, one that the
    /// failing call passed is preferred. A violation of a <c>must</c> is never attributed to a <c>should</c>.
    /// </summary>
    private string? PreferMutants(IReadOnlyList<MutantInfo> matching, Evidence evidence, string? clause)
    {
        var clauses = matching.Select(m => m.Clause).Distinct().Where(c => model.Clause(clause)?.Level != ClauseLevel.Must || model.Clause(c)?.Level == ClauseLevel.Must).ToList();
        return clauses.Count == 0 || clauses.Contains(clause!)
            ? clause
            : model.Points(evidence.Call.Expected).Select(p => p.Clause).FirstOrDefault(c => c is not null && clauses.Contains(c)) ?? clauses[0];
    }

    /// <summary>
    /// Repeats the case with the observations in reverse order. Where the result then names a read-only operation,
    /// that operation gives a wrong response or changes the state.
    /// </summary>
    private async Task<(Evidence Evidence, string? Clause, Exchange Shown)> RepeatInReverseAsync(TestCase testCase, Evidence evidence, string? clause, Exchange shown, CancellationToken cancellationToken)
    {
        var again = await runner.ThoroughAsync(testCase.Script, cancellationToken, reverseObservations: true).ConfigureAwait(false);
        if (!again.Deviates)
        {
            return (evidence, clause, shown);
        }

        var reverse = EvidenceOf(again, testCase);
        var (reverseClause, reverseShown) = attributor.Attribute(reverse);
        var isRead = reverseClause is not null && model.Spec.Points.Any(p => p.Clause == reverseClause && p.Kind == PointKind.Answered && model.Operation(p.Operation).IsReadOnly);
        return isRead ? (reverse, reverseClause, reverseShown) : (evidence, clause, shown);
    }

    private static Evidence EvidenceOf(CaseRun run, TestCase testCase) =>
        new(run.Context, run.Steps[^1], [.. run.Steps.Take(run.Steps.Count - 1)], testCase);

    /// <summary>Locates the first deviating step: repeats the case alone, else with all calls of its context, else keeps the original run.</summary>
    private async Task<CaseRun> LocalizeAsync(TestCase testCase, CaseRun run, CancellationToken cancellationToken)
    {
        var thorough = await runner.ThoroughAsync(testCase.Script, cancellationToken).ConfigureAwait(false);
        if (thorough.Deviates)
        {
            return thorough;
        }

        var repeated = await runner.RepeatAsync(run.Context, cancellationToken).ConfigureAwait(false);
        return repeated.Deviates ? repeated : run;
    }

    /// <summary>An error of the run where the adapter threw in an environment action or no response came; neither says anything about the service.</summary>
    private Finding? ErrorOf(CaseRun run) => run.Steps[^1].All.FirstOrDefault(e => e.Deviates) switch
    {
        { Actual: CallOutcome.Broken broken } exchange when model.Operation(exchange.Call.Operation).IsEnvironment =>
            new(Verdict.Error, $"the adapter failed on {exchange.Sent}: {broken.Exception}", null),
        { Actual: CallOutcome.TimedOut late } exchange =>
            new(Verdict.Error, $"no response to {exchange.Sent}, so that it is unknown whether it took effect: {late.Reason}", null),
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
            isOwn ? failure.Summary : $"not reached: an earlier step violates {failure.Clause.Id}",
            failure);
    }

    private sealed record Finding(Verdict Verdict, string? Reason, ConformanceFailure? Failure);
}
