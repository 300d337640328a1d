using Microsoft.Data.Sqlite;

namespace IotJobs.Sqlite;

/// <summary>The queries and changes of the table, on one connection.</summary>
internal sealed class Executions(SqliteConnection connection)
{
    /// <summary>The execution that a request names, or without a number the latest of the job on that thing.</summary>
    public ExecutionRow? Find(string thingName, string jobId, long? executionNumber = null) => Rows(
        $"""
        SELECT {Schema.Columns} FROM job_execution
        WHERE thing_name = $thing AND job_id = $job AND ($number IS NULL OR execution_number = $number)
        ORDER BY execution_number DESC LIMIT 1
        """,
        ("$thing", thingName), ("$job", jobId), ("$number", executionNumber)).FirstOrDefault();

    /// <summary>What the thing should work on next: what it has begun, else what has waited longest.</summary>
    public ExecutionRow? Next(string thingName) => Rows(
        $"""
        SELECT {Schema.Columns} FROM job_execution
        WHERE thing_name = $thing AND status IN ('QUEUED', 'IN_PROGRESS')
        ORDER BY status = 'IN_PROGRESS' DESC, queued_at, execution_number LIMIT 1
        """,
        ("$thing", thingName)).FirstOrDefault();

    /// <summary>What the thing has not finished, in the order in which it was queued.</summary>
    public IReadOnlyList<ExecutionRow> Pending(string thingName) => Rows(
        $"""
        SELECT {Schema.Columns} FROM job_execution
        WHERE thing_name = $thing AND status IN ('QUEUED', 'IN_PROGRESS')
        ORDER BY queued_at, execution_number
        """,
        ("$thing", thingName));

    /// <summary>Adds an execution that waits for its thing.</summary>
    public void Queue(string thingName, string jobId, string jobDocument, long now) => Change(
        """
        INSERT INTO job_execution (thing_name, job_id, status, queued_at, last_updated_at, version_number, job_document)
        VALUES ($thing, $job, $status, $now, $now, 1, $document)
        """,
        ("$thing", thingName),
        ("$job", jobId),
        ("$status", JobExecutionStatus.Queued.ToWireName()),
        ("$now", now),
        ("$document", ColumnText.OfDocument(jobDocument)));

    /// <summary>Writes what can change of an execution.</summary>
    public void Save(ExecutionRow row) => Change(
        """
        UPDATE job_execution
        SET status = $status, status_details = $details, started_at = $started, last_updated_at = $updated, version_number = $version
        WHERE execution_number = $number
        """,
        ("$status", row.Status.ToWireName()),
        ("$details", ColumnText.OfDetails(row.StatusDetails)),
        ("$started", row.StartedAt),
        ("$updated", row.LastUpdatedAt),
        ("$version", row.VersionNumber),
        ("$number", row.ExecutionNumber));

    public void Delete(ExecutionRow row) =>
        Change("DELETE FROM job_execution WHERE execution_number = $number", ("$number", row.ExecutionNumber));

    private List<ExecutionRow> Rows(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<ExecutionRow>();
        while (reader.Read())
        {
            rows.Add(ExecutionRow.Read(reader));
        }

        return rows;
    }

    private void Change(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        var rows = command.ExecuteNonQuery();
        if (rows != 1)
        {
            throw new InvalidOperationException($"A change of one row changed {rows}.");
        }
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
