namespace IotJobs.Quickstart;

/// <summary>A device works through its jobs, against the reference that was generated from the spec.</summary>
internal sealed class DeviceStory(Narrator narrator, InMemoryJobsDataPlane jobs)
{
    private const string Pump = "pump-7";

    public async Task TellAsync()
    {
        narrator.Title("A device works through its jobs");
        await JobsArriveAsync();
        var started = await StartAsync("The pump asks for what is next. It gets the job that was queued first, which is now IN_PROGRESS.");
        await ReportProgressAsync(started);
        await LoseRaceAsync(started);
        await SucceedAsync(started.JobId);
        await TouchFinishedAsync(started.JobId);
        var second = await StartAsync("On to the next one. An interrupted pump that asks again is handed the same job, unchanged.");
        await StartAsync(null);
        await DeclineAsync(second);
        await NothingIsLeftAsync();
    }

    private async Task JobsArriveAsync()
    {
        narrator.Step($"Two jobs arrive for the thing {Pump}.");
        await QueueAsync("update-firmware", """{"operation":"update","version":"1.4.2"}""");
        await QueueAsync("rotate-certificate", """{"operation":"rotate"}""");
        await ListAsync();
    }

    private async Task QueueAsync(string jobId, string jobDocument)
    {
        await jobs.CreateJobExecutionAsync(new() { ThingName = Pump, JobId = jobId, JobDocument = jobDocument });
        narrator.Answered($"CreateJobExecution {jobId} {jobDocument}", "queued");
    }

    private async Task<JobExecution> StartAsync(string? sentence)
    {
        if (sentence is not null)
        {
            narrator.Step(sentence);
        }

        var answer = await jobs.StartNextPendingJobExecutionAsync(new() { ThingName = Pump });
        var execution = answer.Execution!;
        narrator.Answered(
            "StartNextPendingJobExecution",
            $"{execution.JobId}: {execution.Status.ToWireName()}, version {execution.VersionNumber}, document {execution.JobDocument}");
        return execution;
    }

    private async Task ReportProgressAsync(JobExecution execution)
    {
        narrator.Step("It reports how far it is. Each update raises the version; expectedVersion makes sure that nobody else wrote in between.");
        var answer = await jobs.UpdateJobExecutionAsync(new()
        {
            ThingName = Pump,
            JobId = execution.JobId,
            Status = JobExecutionStatus.InProgress,
            StatusDetails = ValueMap.Create(("step", "download"), ("percent", "50")),
            ExpectedVersion = execution.VersionNumber,
            IncludeJobExecutionState = true,
        });
        narrator.Answered(
            $"UpdateJobExecution {execution.JobId} IN_PROGRESS, step: download, percent: 50, expectedVersion: {execution.VersionNumber}",
            Describe(answer.ExecutionState!));
    }

    private async Task LoseRaceAsync(JobExecution execution)
    {
        narrator.Step($"A second process on the pump still believes in version {execution.VersionNumber}. It is told, and nothing changes.");
        await narrator.RefusedAsync(
            $"UpdateJobExecution {execution.JobId} FAILED, expectedVersion: {execution.VersionNumber}",
            async () => await jobs.UpdateJobExecutionAsync(new()
            {
                ThingName = Pump,
                JobId = execution.JobId,
                Status = JobExecutionStatus.Failed,
                ExpectedVersion = execution.VersionNumber,
            }));
    }

    private async Task SucceedAsync(string jobId)
    {
        narrator.Step("The firmware is in place.");
        var answer = await jobs.UpdateJobExecutionAsync(new()
        {
            ThingName = Pump,
            JobId = jobId,
            Status = JobExecutionStatus.Succeeded,
            StatusDetails = ValueMap.Create(("installed", "1.4.2")),
            IncludeJobExecutionState = true,
        });
        narrator.Answered($"UpdateJobExecution {jobId} SUCCEEDED, installed: 1.4.2", Describe(answer.ExecutionState!));
    }

    private async Task TouchFinishedAsync(string jobId)
    {
        narrator.Step("What has come to its end stays as it is: it can be neither updated nor described.");
        await narrator.RefusedAsync(
            $"UpdateJobExecution {jobId} IN_PROGRESS",
            async () => await jobs.UpdateJobExecutionAsync(new() { ThingName = Pump, JobId = jobId, Status = JobExecutionStatus.InProgress }));
        await narrator.RefusedAsync(
            $"DescribeJobExecution {jobId}",
            async () => await jobs.DescribeJobExecutionAsync(new() { ThingName = Pump, JobId = jobId }));
    }

    private async Task DeclineAsync(JobExecution execution)
    {
        narrator.Step("The pump cannot do this one. But first, a status detail that breaks the constraints is refused, and every violation is named.");
        await narrator.RefusedAsync(
            $"UpdateJobExecution {execution.JobId} REJECTED, with the details 'why not' and reason: (empty)",
            async () => await jobs.UpdateJobExecutionAsync(Decline(execution, ("why not", "no key store"), ("reason", ""))));
        var answer = await jobs.UpdateJobExecutionAsync(Decline(execution, ("reason", "no key store")));
        narrator.Answered($"UpdateJobExecution {execution.JobId} REJECTED, reason: no key store", Describe(answer.ExecutionState!));
    }

    private async Task NothingIsLeftAsync()
    {
        narrator.Step("Nothing is pending any more. That is no error: the answer has no execution.");
        await ListAsync();
        var answer = await jobs.StartNextPendingJobExecutionAsync(new() { ThingName = Pump });
        narrator.Answered("StartNextPendingJobExecution", answer.Execution is null ? "no execution" : answer.Execution.JobId);
    }

    private async Task ListAsync()
    {
        var pending = await jobs.GetPendingJobExecutionsAsync(new() { ThingName = Pump });
        narrator.Answered("GetPendingJobExecutions", $"in progress: {Names(pending.InProgressJobs)}; queued: {Names(pending.QueuedJobs)}");
    }

    private static UpdateJobExecutionRequest Decline(JobExecution execution, params (string, string)[] details) => new()
    {
        ThingName = Pump,
        JobId = execution.JobId,
        Status = JobExecutionStatus.Rejected,
        StatusDetails = ValueMap.Create(details),
        IncludeJobExecutionState = true,
    };

    private static string Names(IEnumerable<JobExecutionSummary> jobs) =>
        string.Join(", ", jobs.Select(j => j.JobId).DefaultIfEmpty("none"));

    private static string Describe(JobExecutionState state) =>
        $"{state.Status.ToWireName()}, version {state.VersionNumber}"
        + string.Concat(state.StatusDetails?.Select(d => $", {d.Key}: {d.Value}") ?? []);
}
