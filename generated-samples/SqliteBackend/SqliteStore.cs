using IotJobs.Stored;
using Microsoft.Data.Sqlite;

namespace IotJobs.Sqlite;

/// <summary>
/// The file: one connection that writes, others that read beside it. Write-ahead logging lets readers go on while
/// something is written, and <c>synchronous = FULL</c> means that what was acknowledged survives a power cut.
/// </summary>
internal sealed class SqliteStore : IExecutionStore
{
    private readonly string _connectionString;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _turn = new(1, 1);

    public SqliteStore(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();
        _writer = Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");

        // SQLite's own wait for the lock of another process looks again after milliseconds, the provider's after 150 of them.
        Execute("PRAGMA busy_timeout = 30000");
        using var transaction = _writer.BeginTransaction(deferred: false); // several processes may create the table at once
        Execute(Schema.Create);
        transaction.Commit();
    }

    /// <inheritdoc/>
    public async ValueTask<T> ReadAsync<T>(Func<ExecutionTable, Task<T>> query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var connection = Open();
        return await query(new(connection, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>The write lock, which is the whole file's, is taken at the start: within the process in turn, among processes by BEGIN IMMEDIATE.</remarks>
    public async ValueTask<T> ChangeAsync<T>(string thingName, Func<ExecutionTable, Task<T>> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await using var transaction = _writer.BeginTransaction(deferred: false); // BEGIN IMMEDIATE
            var result = await change(new(_writer, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            transaction.Commit();
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
        SqliteConnection.ClearPool(_writer); // closes what the pool keeps open, so that the file can be deleted
        _turn.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var command = _writer.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
