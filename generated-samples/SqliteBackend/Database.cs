using Microsoft.Data.Sqlite;

namespace IotJobs.Sqlite;

/// <summary>
/// The file: one connection that writes, others that read beside it. Write-ahead logging lets readers go on while
/// something is written, and <c>synchronous = FULL</c> means that what was acknowledged survives a power cut.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _turn = new(1, 1);

    public Database(string path)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();
        _writer = Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute(Schema.Create);
    }

    /// <summary>Runs queries on the state as it is now. Each query sees one consistent state.</summary>
    public T Read<T>(Func<Executions, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = Open();
        return work(new Executions(connection));
    }

    /// <summary>
    /// Runs queries and changes in one transaction that holds the write lock from its start, so that what is read in it
    /// cannot change before it writes, whichever thread or process wants to. An exception rolls everything back.
    /// </summary>
    public async ValueTask<T> WriteAsync<T>(Func<Executions, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var transaction = _writer.BeginTransaction(deferred: false); // BEGIN IMMEDIATE
            var result = work(new Executions(_writer));
            cancellationToken.ThrowIfCancellationRequested();
            transaction.Commit();
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

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
