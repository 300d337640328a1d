namespace IotJobs.Stored;

/// <summary>A database with the table of executions. How it keeps callers apart is its own affair; that it does is the contract.</summary>
public interface IExecutionStore : IAsyncDisposable
{
    /// <summary>
    /// Runs one query. It sees one consistent state, in which is everything that was acknowledged before the call, by whichever process.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<T> ReadAsync<T>(Func<ExecutionTable, Task<T>> query, CancellationToken cancellationToken);

    /// <summary>
    /// Runs queries and changes of one thing's executions in a transaction that has the thing for itself, so that what is read in
    /// it cannot change before it writes. When the task completes, what was written survives a crash. An exception undoes everything.
    /// </summary>
    /// <param name="thingName">The thing.</param>
    /// <param name="change">The queries and changes.</param>
    /// <param name="cancellationToken">Gives up; nothing is changed then.</param>
    ValueTask<T> ChangeAsync<T>(string thingName, Func<ExecutionTable, Task<T>> change, CancellationToken cancellationToken);
}
