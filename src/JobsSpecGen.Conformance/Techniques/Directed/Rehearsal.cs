using JobsSpecGen.Conformance.Attribution;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>
/// Runs cases without looking into any that goes wrong. When they are executed then, what went right in all of them is
/// known, and tells mistakes apart that look the same in one.
/// </summary>
internal sealed class Rehearsal(CaseRunner runner, Suspects suspects)
{
    private readonly Dictionary<ScriptedCase, CaseRun> _runs = new(ReferenceEqualityComparer.Instance);

    /// <param name="cases">The cases.</param>
    /// <param name="tried">Is told of each case that was run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RehearseAsync(IEnumerable<ScriptedCase> cases, Action<ScriptedCase> tried, CancellationToken cancellationToken)
    {
        var full = new HashSet<CaseScript>();
        foreach (var scripted in cases.Where(c => c.Script is not (CaseScript.Example or CaseScript.Sampled or CaseScript.Race or CaseScript.Crash)))
        {
            if (KeyOf(scripted) is { } key && (scripted.Script.Equals(key) ? !full.Add(key) : full.Contains(key)))
            {
                continue;
            }

            try
            {
                _runs[scripted] = await RunNowAsync(scripted, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // It will break again when it is executed, and is reported then.
            }

            tried(scripted);
        }
    }

    /// <summary>What came of a case when it was rehearsed; where it was not, runs it now.</summary>
    public Task<CaseRun> RunAsync(ScriptedCase scripted, CancellationToken cancellationToken) =>
        _runs.Remove(scripted, out var rehearsed) ? Task.FromResult(rehearsed) : RunNowAsync(scripted, cancellationToken);

    /// <summary>Cases that make the same calls share what came of them; null for a case that shares it with none.</summary>
    public static CaseScript.Single? KeyOf(ScriptedCase scripted) => scripted.Script is CaseScript.Single single ? single with { Scrutiny = Scrutiny.Full } : null;

    private async Task<CaseRun> RunNowAsync(ScriptedCase scripted, CancellationToken cancellationToken)
    {
        var run = await runner.QuickAsync(scripted.Script, cancellationToken).ConfigureAwait(false);
        if (run.Deviates)
        {
            suspects.NoteWrong(run.Setting);
        }
        else if (run.Unverifiable is null)
        {
            suspects.NoteRight(run.Setting);
        }

        return run;
    }
}
