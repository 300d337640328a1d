using JobsSpecGen.Conformance.Attribution;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>
/// Runs the test cases once before any failure is explained. The passed cases are then known, and they distinguish faults that look
/// alike in a single case.
/// </summary>
internal sealed class DryRun(CaseRunner runner, MutantMatcher mutants)
{
    private readonly Dictionary<TestCase, CaseRun> _runs = new(ReferenceEqualityComparer.Instance);

    /// <param name="cases">The test cases.</param>
    /// <param name="reportProgress">Called after each test case that was run.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async Task DryRunAsync(IEnumerable<TestCase> cases, Action<TestCase> reportProgress, CancellationToken cancellationToken)
    {
        var full = new HashSet<CaseScript>();
        foreach (var testCase in cases.Where(c => c.Script is not (CaseScript.Example or CaseScript.RandomSequences or CaseScript.Race or CaseScript.Restart)))
        {
            if (KeyOf(testCase) is { } key && (testCase.Script.Equals(key) ? !full.Add(key) : full.Contains(key)))
            {
                continue;
            }

            try
            {
                _runs[testCase] = await RunNowAsync(testCase, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The case fails again when it is executed, and the exception is reported then.
            }

            reportProgress(testCase);
        }
    }

    /// <summary>The run of a case from the dry run; a case that had none is run now.</summary>
    public Task<CaseRun> RunAsync(TestCase testCase, CancellationToken cancellationToken) =>
        _runs.Remove(testCase, out var dryRun) ? Task.FromResult(dryRun) : RunNowAsync(testCase, cancellationToken);

    /// <summary>The key by which cases with the same calls share their finding; null for a case that does not share it.</summary>
    public static CaseScript.OneCall? KeyOf(TestCase testCase) => testCase.Script is CaseScript.OneCall single ? single with { Observation = ObservationLevel.Full } : null;

    private async Task<CaseRun> RunNowAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        var run = await runner.QuickAsync(testCase.Script, cancellationToken).ConfigureAwait(false);
        if (run.Deviates)
        {
            mutants.RecordFailed(run.Context);
        }
        else if (run.UnverifiableReason is null)
        {
            mutants.RecordPassed(run.Context);
        }

        return run;
    }
}
