using System.Data;
using IotJobs.Stored;
using Npgsql;

namespace IotJobs.Postgres;

/// <summary>
/// The database. Whoever changes a thing holds an advisory lock on its name until the transaction ends. Of the ways to keep
/// writers of one thing apart this one needs no row to lock, so that it also guards a thing's first execution, and nothing ever
/// has to be tried again, as under SERIALIZABLE. Things whose names share a hash wait for each other, which does no harm.
/// </summary>
internal sealed class PostgresStore : IExecutionStore
{
    private readonly NpgsqlDataSource _dataSource;

    public PostgresStore(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.MaxAutoPrepare = 20; // there are fewer statements than that, so each is planned once
        _dataSource = builder.Build();
        CreateTable();
    }

    /// <inheritdoc/>
    /// <remarks>One statement sees one snapshot, and every commit before it: no transaction is needed around it.</remarks>
    public async ValueTask<T> ReadAsync<T>(Func<ExecutionTable, Task<T>> query, CancellationToken cancellationToken)
    {
        await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await query(new(connection, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<T> ChangeAsync<T>(string thingName, Func<ExecutionTable, Task<T>> change, CancellationToken cancellationToken)
    {
        await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

        // READ COMMITTED, because each statement must see what was committed while the lock was waited for;
        // a stricter level would go on with the snapshot of before.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await LockAsync(connection, thingName, cancellationToken).ConfigureAwait(false);
        var result = await change(new(connection, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false); // from here on it is too late to give up
        return result;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();

    private static async Task LockAsync(NpgsqlConnection connection, string thingName, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", connection);
        command.Parameters.Add(new() { Value = thingName });
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private void CreateTable()
    {
        using var connection = _dataSource.OpenConnection();
        using var transaction = connection.BeginTransaction();
        using var command = new NpgsqlCommand(Schema.Create, connection);
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
