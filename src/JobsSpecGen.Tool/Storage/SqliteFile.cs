using Microsoft.Data.Sqlite;

namespace JobsSpecGen.Tool.Storage;

/// <summary>
/// The file: one connection that writes, others that read beside it. Write-ahead logging lets readers go on while something
/// is written, and <c>synchronous = FULL</c> means that what was acknowledged survives a power cut.
/// </summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private SqliteFile(string path)
    {
        // The whole path, so that SQLite takes no name for one of its own, such as ":memory:".
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(path), DefaultTimeout = 30 }.ToString();
        _writer = Open();
    }

    /// <summary>Opens a file, or makes it.</summary>
    /// <exception cref="IOException">It cannot be opened or made, or is something else.</exception>
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
            throw new IOException($"cannot keep the executions in '{path}': {ReasonOf(exception)}", exception);
        }
    }

    /// <summary>Runs queries. They see one consistent state, in which is all that was acknowledged before the call.</summary>
    public T Read<T>(Func<SqliteConnection, T> query)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        return query(connection);
    }

    /// <summary>Runs queries and changes, beside which no others are. When the task completes, what was changed survives a crash.</summary>
    /// <param name="change">Does it, and says whether it holds; if not, or if it throws, nothing was changed.</param>
    /// <param name="cancellationToken">Gives up before it begins.</param>
    public async ValueTask<T> ChangeAsync<T>(Func<SqliteConnection, (T Result, bool Holds)> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var transaction = _writer.BeginTransaction(deferred: false); // BEGIN IMMEDIATE keeps other processes out
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
        SqliteConnection.ClearPool(_writer); // closes what the pool keeps open
        _turn.Dispose();
    }

    private void Prepare()
    {
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");

        // SQLite's own wait for the lock of another process looks again after milliseconds, the provider's after 150 of them.
        Execute("PRAGMA busy_timeout = 30000");
        using var transaction = _writer.BeginTransaction(deferred: false);
        if (Number("SELECT count(*) FROM sqlite_schema") == 0)
        {
            Execute(Schema.Create);
            Execute($"PRAGMA application_id = {Schema.ApplicationId}");
        }
        else if (Number("PRAGMA application_id") != Schema.ApplicationId)
        {
            throw new InvalidDataException("it is a database of something else.");
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
            14 => "the file cannot be opened or made there.",
            26 => "it is no SQLite database.",
            8 => "it may only be read.",
            _ => exception.Message,
        }
        : exception.Message;
}
