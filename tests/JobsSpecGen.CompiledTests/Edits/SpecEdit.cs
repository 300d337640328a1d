using JobsSpecGen.CompiledTests.Harness;

namespace JobsSpecGen.CompiledTests.Edits;

/// <summary>Edits of the shipped spec of the jobs data plane, each by a few words of its text.</summary>
internal static class SpecEdit
{
    private const string DeviceMoves = "- { from: [QUEUED, IN_PROGRESS], to: [IN_PROGRESS, SUCCEEDED, FAILED, REJECTED], by: device }";

    /// <summary>One more line in the table of the lifecycle: what succeeded may be taken up again.</summary>
    public static SpecText ReopenInTheTableOnly(SpecText spec) => spec.Replace(
        DeviceMoves,
        DeviceMoves + "\n      - { from: [SUCCEEDED], to: [IN_PROGRESS], by: device }");

    /// <summary>The same, and the example that shows a refusal takes another end that is still one.</summary>
    public static SpecText Reopen(SpecText spec) => ReopenInTheTableOnly(spec)
        .Replace(
            """
                  - UpdateJobExecution: { thingName: thing-1, jobId: job-1, status: SUCCEEDED }
                steps:
                  - when: { UpdateJobExecution: { thingName: thing-1, jobId: job-1, status: IN_PROGRESS } }
                    then: { refused: InvalidStateTransitionException, with: { executionState: { status: SUCCEEDED, versionNumber: 2 } } }
            """,
            """
                  - UpdateJobExecution: { thingName: thing-1, jobId: job-1, status: FAILED }
                steps:
                  - when: { UpdateJobExecution: { thingName: thing-1, jobId: job-1, status: IN_PROGRESS } }
                    then: { refused: InvalidStateTransitionException, with: { executionState: { status: FAILED, versionNumber: 2 } } }
            """);

    /// <summary>What comes next goes by the name of the job, not by the time at which it was queued.</summary>
    public static SpecText NextByJobId(SpecText spec) => spec.Replace(
        "orderBy: [execution.status == IN_PROGRESS desc, execution.queuedAt]",
        "orderBy: [execution.status == IN_PROGRESS desc, execution.jobId]");

    /// <summary>A description has the job document unless one declines it.</summary>
    public static SpecText DocumentByDefault(SpecText spec) => spec
        .Replace("includeJobDocument: { shape: IncludeJobDocument, default: false, in: query }", "includeJobDocument: { shape: IncludeJobDocument, default: true, in: query }")
        .Replace(
            "then: { returns: { execution: { jobId: job-1, status: QUEUED, versionNumber: 1, startedAt: null, jobDocument: null } } }",
            "then: { returns: { execution: { jobId: job-1, status: QUEUED, versionNumber: 1, startedAt: null } } }");
}
