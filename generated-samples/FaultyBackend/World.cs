namespace IotJobs.Faulty;

/// <summary>What the rest of the world does.</summary>
internal sealed class World(Fault fault, Store store)
{
    public void Create(CreateJobExecutionRequest request)
    {
        RequestChecks.Refuse(CreateJobExecutionRequestValidator.Validate(request));
        var earlier = store.Of(request.ThingName).Where(e => e.JobId == request.JobId).MaxBy(e => e.Number);
        if (earlier is { IsPending: true })
        {
            throw new InvalidStateTransitionException($"The thing {request.ThingName} has not finished job {request.JobId} yet.");
        }

        var now = store.Now;
        store.Add(new()
        {
            ThingName = request.ThingName,
            JobId = request.JobId,
            Number = fault == Fault.NumberAlwaysOne ? 1 : (earlier?.Number ?? 0) + 1,
            JobDocument = request.JobDocument,
            QueuedAt = now,
            LastUpdatedAt = now,
            Version = fault == Fault.VersionGoesOn && earlier is not null ? earlier.Version + 1 : 1,
        });
    }

    public void Cancel(CancelJobExecutionRequest request)
    {
        RequestChecks.Refuse(CancelJobExecutionRequestValidator.Validate(request));
        var execution = Latest(request.ThingName, request.JobId);
        if (execution.Status == JobExecutionStatus.InProgress && request.Force != true)
        {
            throw new InvalidStateTransitionException("An execution that is IN_PROGRESS is called off with force only.");
        }

        RequirePending(execution);
        var isLost = fault switch
        {
            Fault.CancelWithoutEffect => request.Force != true,
            Fault.ForceWithoutEffect => execution.Status == JobExecutionStatus.InProgress,
            _ => false,
        };
        if (!isLost)
        {
            End(execution, JobExecutionStatus.Canceled);
        }
    }

    public void Remove(RemoveJobExecutionRequest request)
    {
        RequestChecks.Refuse(RemoveJobExecutionRequestValidator.Validate(request));
        var execution = Latest(request.ThingName, request.JobId);
        RequirePending(execution);
        if (fault != Fault.RemoveWithoutEffect)
        {
            End(execution, JobExecutionStatus.Removed);
        }
    }

    public void Delete(DeleteJobExecutionRequest request)
    {
        RequestChecks.Refuse(DeleteJobExecutionRequestValidator.Validate(request));
        var execution = Latest(request.ThingName, request.JobId);
        if (fault != Fault.DeletedIsRemoved)
        {
            store.Remove(execution);
        }
        else if (execution.IsPending)
        {
            End(execution, JobExecutionStatus.Removed);
        }
    }

    private Execution Latest(string thingName, string jobId) =>
        store.Of(thingName).Where(e => e.JobId == jobId).MaxBy(e => e.Number) ?? throw Store.NotFound(thingName, jobId);

    private static void RequirePending(Execution execution)
    {
        if (!execution.IsPending)
        {
            throw new InvalidStateTransitionException($"The execution is {execution.Status.ToWireName()} already.");
        }
    }

    private void End(Execution execution, JobExecutionStatus status)
    {
        execution.Status = status;
        execution.LastUpdatedAt = store.Now;
        execution.Version += fault == Fault.CancelKeepsVersion && status == JobExecutionStatus.Canceled ? 0 : 1;
    }
}
