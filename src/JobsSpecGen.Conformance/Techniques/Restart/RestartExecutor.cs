using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>Restarts the backend, where it lets the suite do that, and looks whether all is there that was acknowledged.</summary>
internal sealed class RestartExecutor(Caller caller, QuietRestart quiet, LoadedRestart loaded)
{
    public async Task<CaseResult> ExecuteAsync(ScriptedCase scripted, CancellationToken cancellationToken)
    {
        if (caller.Target is not IRestartable restartable)
        {
            return Result(scripted, Verdict.NotVerifiableHere, $"the backend's adapter cannot restart it; it may by implementing {nameof(IRestartable)}");
        }

        try
        {
            return await (((CaseScript.Crash)scripted.Script).IsUnderLoad
                ? loaded.ExecuteAsync(scripted, restartable, cancellationToken)
                : quiet.ExecuteAsync(scripted, restartable, cancellationToken)).ConfigureAwait(false);
        }
        catch (NotSupportedException exception)
        {
            return Result(scripted, Verdict.NotVerifiableHere, $"{nameof(IRestartable.RestartAsync)}: {exception.Message}");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Result(scripted, Verdict.Error, $"the adapter broke on {nameof(IRestartable.RestartAsync)}: {exception}");
        }
    }

    public static CaseResult Result(ScriptedCase scripted, Verdict verdict, string? reason, ConformanceFailure? failure = null) =>
        new(scripted.Planned.Kind, scripted.Planned.Name, scripted.Planned.Clause, verdict, reason, failure);
}
