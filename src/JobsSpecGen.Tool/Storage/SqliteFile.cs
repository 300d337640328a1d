using Microsoft.Data.Sqlite;

namespace JobsSpecGen.Tool.Storage;

/// <summary>
/// The SQLite file, with one connection for writing and others for concurrent reads. With write-ahead logging, reads continue
/// during a write. With <c>synchronous = FULL</c>, acknowledged changes survive a power failure.
/// </summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private SqliteFile(string path)
    {
        // The full path, so that SQLite does not treat a name as special, such as ":memory:".
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(path), DefaultTimeout = 30 }.ToString();
        _writer = Open();
    }

    /// <summary>Opens or creates a file.</summary>
    /// <exception cref="IOException">The file cannot be opened or created, or is not a file of this tool.</exception>
    public static SqliteFile Open(string path)
    {
        SqliteFile? file = null;
        try
        {
            file = new(path);
            file.Prepare();
            return file;
        }
        catch (Exception exception) when (exception is SqliteException or InvalidDataException or ArgumentException or NotSupportedException)
        {
            file?._writer.Dispose();
            throw new IOException($"cannot use the storage '{path}': {ReasonOf(exception)}", exception);
        }
    }

    /// <summary>Runs queries in one snapshot that contains everything acknowledged before the call.</summary>
    public T Read<T>(Func<SqliteConnection, T> query)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        return query(connection);
    }

    /// <summary>Runs queries and changes in an exclusive transaction. When the task completes, the changes survive a crash.</summary>
    /// <param name="change">Makes the changes and returns whether to commit. If it returns false or throws, nothing is changed.</param>
    /// <param name="cancellationToken">Cancels before the transaction begins.</param>
    public async ValueTask<T> ChangeAsync<T>(Func<SqliteConnection, (T Result, bool Holds)> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var transaction = _writer.BeginTransaction(deferred: false); // BEGIN IMMEDIATE excludes other processes
            var (result, holds) = change(_writer);
            if (holds)
            {
                transaction.Commit();
            }

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
        SqliteConnection.ClearPool(_writer); // closes the pooled connection
        _turn.Dispose();
    }

    private void Prepare()
    {
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");

        // SQLite's own wait for the lock of another process polls after a few milliseconds, the provider's after 150 ms.
        Execute("PRAGMA busy_timeout = 30000");
        using var transaction = _writer.BeginTransaction(deferred: false);
        if (Number("SELECT count(*) FROM sqlite_schema") == 0)
        {
            Execute(Schema.Create);
            Execute($"PRAGMA application_id = {Schema.ApplicationId}");
        }
        else if (Number("PRAGMA application_id") != Schema.ApplicationId)
        {
            throw new InvalidDataException("it is a database of another program.");
        }

        transaction.Commit();
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

    private long Number(string sql)
    {
        using var command = _writer.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static string ReasonOf(Exception exception) => exception is SqliteException { SqliteErrorCode: var code }
        ? code switch
        {
            14 => "the file cannot be opened or created.",
            26 => "it is not an SQLite database.",
            8 => "the file is read-only.",
            _ => exception.Message,
        }
        : exception.Message;
}
