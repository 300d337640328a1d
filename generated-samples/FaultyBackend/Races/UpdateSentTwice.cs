namespace IotJobs.Faulty.Races;

/// <summary>An update that waits too long for its turn is taken for lost and sent again. The first one was only slow: it is applied twice.</summary>
internal sealed class UpdateSentTwice : JobsOverDatabase
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(2);

    private protected override async Task<UpdateJobExecutionResponse> UpdateAsync(UpdateJobExecutionRequest request)
    {
        var turn = new TaskCompletionSource();
        var first = ApplyAsync(request, turn);
        await Task.WhenAny(turn.Task, Task.Delay(Patience)).ConfigureAwait(false);
        if (turn.Task.IsCompleted)
        {
            return await first.ConfigureAwait(false);
        }

        _ = first.ContinueWith(static t => t.Exception, TaskScheduler.Default); // nobody looks at it any more
        return await base.UpdateAsync(request).ConfigureAwait(false);
    }

    private async Task<UpdateJobExecutionResponse> ApplyAsync(UpdateJobExecutionRequest request, TaskCompletionSource turn)
    {
        using (await Locks.EnterAsync(request.ThingName).ConfigureAwait(false))
        {
            turn.SetResult();
            return await LoadAndSaveAsync(request.ThingName, session => session.Update.Answer(request)).ConfigureAwait(false);
        }
    }
}
