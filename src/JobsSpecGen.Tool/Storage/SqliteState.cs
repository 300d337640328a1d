using IotJobsData;
using Microsoft.Data.Sqlite;

namespace JobsSpecGen.Tool.Storage;

/// <summary>
/// The state of one thing for the step function, backed by the rows of the file. An instance serves one step in one transaction.
/// The caller rolls the transaction back if the step rejects the request.
/// </summary>
internal sealed class SqliteState(SqliteConnection connection, string? thingName) : IJobsDataPlaneState
{
    private const string Select = $"SELECT {ExecutionColumns.All} FROM execution WHERE thing_name = @thing";

    /// <inheritdoc/>
    public string ThingName { get; } = thingName ?? ""; // a request without a thing name is rejected before any query

    /// <summary>Whether the step changed a row.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>The time of the last change of the thing, in milliseconds since 1970; null if it has no rows.</summary>
    public long? LatestChange()
    {
        using var command = Command("SELECT max(last_updated_at) FROM execution WHERE thing_name = @thing");
        return command.ExecuteScalar() as long?;
    }

    /// <inheritdoc/>
    public IEnumerable<ExecutionRow> ReadExecutions1() => Rows($"{Select} ORDER BY sequence");

    /// <inheritdoc/>
    /// <remarks>Rows in IN_PROGRESS come first; each status has the order of its own list.</remarks>
    public IEnumerable<ExecutionRow> ReadExecutions2() => ReadExecutions3().Concat(ReadExecutions4());

    /// <inheritdoc/>
    public IEnumerable<ExecutionRow> ReadExecutions3() => Rows($"{Select} AND status = 'IN_PROGRESS' ORDER BY queued_at, sequence");

    /// <inheritdoc/>
    public IEnumerable<ExecutionRow> ReadExecutions4() => Rows($"{Select} AND status = 'QUEUED' ORDER BY queued_at, sequence");

    /// <inheritdoc/>
    public IEnumerable<ExecutionRow> ReadExecutions5(string jobId) => Rows($"{Select} AND job_id = @job ORDER BY execution_number DESC, sequence", ("@job", jobId));

    /// <inheritdoc/>
    public IEnumerable<ExecutionRow> ReadExecutions6(string jobId) => Rows($"{Select} AND job_id = @job AND status IN ('QUEUED', 'IN_PROGRESS') ORDER BY sequence", ("@job", jobId));

    /// <inheritdoc/>
    public IEnumerable<ExecutionRow> ReadExecutions7(string jobId) => Rows($"{Select} AND job_id = @job ORDER BY sequence", ("@job", jobId));

    /// <inheritdoc/>
    public ExecutionRow AddToExecutions(ExecutionRow row)
    {
        using var command = Command(
            """
            INSERT INTO execution (thing_name, job_id, execution_number, status, status_details, queued_at, started_at, last_updated_at, version_number, job_document)
            VALUES (@thing, @job, @number, @status, @details, @queued, @started, @updated, @version, @document)
            RETURNING sequence
            """,
            [.. ExecutionColumns.Write(row)]);
        IsChanged = true;
        return row with { Sequence = (long)command.ExecuteScalar()! };
    }

    /// <inheritdoc/>
    public void ChangeInExecutions(ExecutionRow before, ExecutionRow after) => Change(
        """
        UPDATE execution
        SET job_id = @job, execution_number = @number, status = @status, status_details = @details, queued_at = @queued,
            started_at = @started, last_updated_at = @updated, version_number = @version, job_document = @document
        WHERE thing_name = @thing AND sequence = @sequence
        """,
        [("@sequence", before.Sequence), .. ExecutionColumns.Write(after)]);

    /// <inheritdoc/>
    public void RemoveFromExecutions(ExecutionRow row) =>
        Change("DELETE FROM execution WHERE thing_name = @thing AND sequence = @sequence", ("@sequence", row.Sequence));

    /// <inheritdoc/>
    public void Begin() => IsChanged = false;

    /// <inheritdoc/>
    public void Undo() => IsChanged = false;

    /// <summary>Reads rows lazily, so that the first of many rows costs no more than a single one.</summary>
    private IEnumerable<ExecutionRow> Rows(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return ExecutionColumns.Read(reader);
        }
    }

    private void Change(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        var rows = command.ExecuteNonQuery();
        IsChanged = rows == 1 ? true : throw new InvalidOperationException($"A change of one row changed {rows}.");
    }

    private SqliteCommand Command(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@thing", ThingName);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
