using System.Data.Common;

namespace IotJobs.Stored;

/// <summary>The queries and changes of the table <c>job_execution</c>, on one connection, in the SQL that SQLite and PostgreSQL share.</summary>
/// <param name="connection">An open connection.</param>
/// <param name="cancellationToken">Gives up.</param>
public sealed class ExecutionTable(DbConnection connection, CancellationToken cancellationToken)
{
    /// <summary>The execution that a request names, or without a number the latest of the job on that thing.</summary>
    public async Task<ExecutionRow?> FindAsync(string thingName, string jobId, long? executionNumber = null) => (await RowsAsync(
        $"""
        SELECT {ExecutionRow.Columns} FROM job_execution
        WHERE thing_name = @thing AND job_id = @job AND (CAST(@number AS BIGINT) IS NULL OR execution_number = @number)
        ORDER BY execution_number DESC LIMIT 1
        """,
        ("@thing", thingName), ("@job", jobId), ("@number", executionNumber)).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>What the thing should work on next: what it has begun, else what has waited longest.</summary>
    public async Task<ExecutionRow?> NextAsync(string thingName) => (await RowsAsync(
        $"""
        SELECT {ExecutionRow.Columns} FROM job_execution
        WHERE thing_name = @thing AND status IN ('QUEUED', 'IN_PROGRESS')
        ORDER BY status = 'IN_PROGRESS' DESC, queued_at, execution_number LIMIT 1
        """,
        ("@thing", thingName)).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>What the thing has not finished, in the order in which it was queued.</summary>
    public Task<List<ExecutionRow>> PendingAsync(string thingName) => RowsAsync(
        $"""
        SELECT {ExecutionRow.Columns} FROM job_execution
        WHERE thing_name = @thing AND status IN ('QUEUED', 'IN_PROGRESS')
        ORDER BY queued_at, execution_number
        """,
        ("@thing", thingName));

    /// <summary>Adds an execution that waits for its thing.</summary>
    public Task QueueAsync(string thingName, string jobId, string jobDocument, long now) => ChangeAsync(
        """
        INSERT INTO job_execution (thing_name, job_id, status, queued_at, last_updated_at, version_number, job_document)
        VALUES (@thing, @job, @status, @now, @now, 1, @document)
        """,
        ("@thing", thingName),
        ("@job", jobId),
        ("@status", JobExecutionStatus.Queued.ToWireName()),
        ("@now", now),
        ("@document", ColumnText.OfDocument(jobDocument)));

    /// <summary>Writes what can change of an execution.</summary>
    public Task SaveAsync(ExecutionRow row) => ChangeAsync(
        """
        UPDATE job_execution
        SET status = @status, status_details = @details, started_at = @started, last_updated_at = @updated, version_number = @version
        WHERE execution_number = @number
        """,
        ("@status", row.Status.ToWireName()),
        ("@details", ColumnText.OfDetails(row.StatusDetails)),
        ("@started", row.StartedAt),
        ("@updated", row.LastUpdatedAt),
        ("@version", row.VersionNumber),
        ("@number", row.ExecutionNumber));

    /// <summary>Takes an execution out of the table.</summary>
    public Task DeleteAsync(ExecutionRow row) =>
        ChangeAsync("DELETE FROM job_execution WHERE execution_number = @number", ("@number", row.ExecutionNumber));

    private async Task<List<ExecutionRow>> RowsAsync(string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<ExecutionRow>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(ExecutionRow.Read(reader));
        }

        return rows;
    }

    private async Task ChangeAsync(string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        var rows = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        if (rows != 1)
        {
            throw new InvalidOperationException($"A change of one row changed {rows}.");
        }
    }

    private DbCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
