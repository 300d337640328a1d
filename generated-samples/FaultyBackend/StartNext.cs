namespace IotJobs.Faulty;

/// <summary>StartNextPendingJobExecution.</summary>
internal sealed class StartNext(Fault fault, Store store)
{
    public StartNextPendingJobExecutionResponse Answer(StartNextPendingJobExecutionRequest request)
    {
        var next = store.Next(request.ThingName);
        if (next is null)
        {
            return fault == Fault.NothingPendingIsError
                ? throw new ResourceNotFoundException($"The thing {request.ThingName} has nothing to do.")
                : new();
        }

        if (next.Status == JobExecutionStatus.Queued)
        {
            next = fault == Fault.StartNotStored ? next.Copy() : next;
            Start(next, request.StatusDetails);
        }
        else
        {
            StartAgain(next, request.StatusDetails);
        }

        return new() { Execution = next.ToExecution(includeJobDocument: fault != Fault.StartWithoutDocument) };
    }

    public void Start(Execution next, ValueMap<string>? details)
    {
        var now = store.Now;
        next.Status = JobExecutionStatus.InProgress;
        next.StartedAt = fault switch
        {
            Fault.StartedWhenQueued => next.QueuedAt,
            Fault.StartedAtInSeconds => now / 1000,
            _ => now,
        };
        next.QueuedAt = fault == Fault.StartRestampsQueuedAt ? now : next.QueuedAt;
        next.LastUpdatedAt = fault == Fault.StartKeepsLastUpdatedAt ? next.LastUpdatedAt : now;
        next.Version += fault == Fault.StartKeepsVersion ? 0 : 1;
        next.Details = fault == Fault.StartForgetsDetails ? next.Details : details ?? next.Details;
    }

    private void StartAgain(Execution next, ValueMap<string>? details)
    {
        if (fault == Fault.StartAgainRaisesVersion)
        {
            next.Version++;
        }

        if (fault == Fault.StartAgainReplacesDetails)
        {
            next.Details = details ?? next.Details;
        }
    }
}
