using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>Restarts the backend, where its adapter can, and checks that every acknowledged change is still there.</summary>
internal sealed class RestartExecutor(Caller caller, RestartAtRest atRest, RestartUnderLoad underLoad)
{
    public async Task<CaseResult> ExecuteAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        if (caller.Target is not IRestartable restartable)
        {
            return Result(testCase, Verdict.NotVerifiableHere, $"the adapter cannot restart the backend; implement {nameof(IRestartable)} to allow it");
        }

        try
        {
            return await (((CaseScript.Restart)testCase.Script).IsUnderLoad
                ? underLoad.ExecuteAsync(testCase, restartable, cancellationToken)
                : atRest.ExecuteAsync(testCase, restartable, cancellationToken)).ConfigureAwait(false);
        }
        catch (NotSupportedException exception)
        {
            return Result(testCase, Verdict.NotVerifiableHere, $"{nameof(IRestartable.RestartAsync)}: {exception.Message}");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Result(testCase, Verdict.Error, $"the adapter failed on {nameof(IRestartable.RestartAsync)}: {exception}");
        }
    }

    public static CaseResult Result(TestCase testCase, Verdict verdict, string? reason, ConformanceFailure? failure = null) =>
        new(testCase.Planned.Kind, testCase.Planned.Name, testCase.Planned.Clause, verdict, reason, failure);
}
