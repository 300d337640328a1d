using JobsSpecGen.Conformance.Attribution;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>
/// Runs cases without looking into any that goes wrong. When they are executed then, what went right in all of them is
/// known, and tells mistakes apart that look the same in one.
/// </summary>
internal sealed class DryRun(CaseRunner runner, MutantMatcher mutants)
{
    private readonly Dictionary<TestCase, CaseRun> _runs = new(ReferenceEqualityComparer.Instance);

    /// <param name="cases">The cases.</param>
    /// <param name="tried">Is told of each case that was run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task DryRunAsync(IEnumerable<TestCase> cases, Action<TestCase> tried, CancellationToken cancellationToken)
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
                // It will break again when it is executed, and is reported then.
            }

            tried(testCase);
        }
    }

    /// <summary>What came of a case when it was dryRun; where it was not, runs it now.</summary>
    public Task<CaseRun> RunAsync(TestCase testCase, CancellationToken cancellationToken) =>
        _runs.Remove(testCase, out var dryRun) ? Task.FromResult(dryRun) : RunNowAsync(testCase, cancellationToken);

    /// <summary>Cases that make the same calls share what came of them; null for a case that shares it with none.</summary>
    public static CaseScript.OneCall? KeyOf(TestCase testCase) => testCase.Script is CaseScript.OneCall single ? single with { Observation = ObservationLevel.Full } : null;

    private async Task<CaseRun> RunNowAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        var run = await runner.QuickAsync(testCase.Script, cancellationToken).ConfigureAwait(false);
        if (run.Deviates)
        {
            mutants.RecordFailed(run.Context);
        }
        else if (run.Unverifiable is null)
        {
            mutants.RecordPassed(run.Context);
        }

        return run;
    }
}
