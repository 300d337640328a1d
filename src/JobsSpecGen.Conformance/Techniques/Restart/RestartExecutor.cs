using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>Restarts the backend, where it lets the suite do that, and looks whether all is there that was acknowledged.</summary>
internal sealed class RestartExecutor(Caller caller, RestartAtRest quiet, RestartUnderLoad loaded)
{
    public async Task<CaseResult> ExecuteAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        if (caller.Target is not IRestartable restartable)
        {
            return Result(testCase, Verdict.NotVerifiableHere, $"the backend's adapter cannot restart it; it may by implementing {nameof(IRestartable)}");
        }

        try
        {
            return await (((CaseScript.Restart)testCase.Script).IsUnderLoad
                ? loaded.ExecuteAsync(testCase, restartable, cancellationToken)
                : quiet.ExecuteAsync(testCase, restartable, cancellationToken)).ConfigureAwait(false);
        }
        catch (NotSupportedException exception)
        {
            return Result(testCase, Verdict.NotVerifiableHere, $"{nameof(IRestartable.RestartAsync)}: {exception.Message}");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Result(testCase, Verdict.Error, $"the adapter broke on {nameof(IRestartable.RestartAsync)}: {exception}");
        }
    }

    public static CaseResult Result(TestCase testCase, Verdict verdict, string? reason, ConformanceFailure? failure = null) =>
        new(testCase.Planned.Kind, testCase.Planned.Name, testCase.Planned.Clause, verdict, reason, failure);
}
