namespace IotJobs.Sqlite;

/// <summary>The table, in SQL.</summary>
internal static class Schema
{
    /// <summary>
    /// One row an execution. Its number is the row's own key: numbers are handed out in the order of creation and,
    /// thanks to AUTOINCREMENT, never again, not even after a delete. The spec asks no more of them.
    /// </summary>
    public const string Create = """
        CREATE TABLE IF NOT EXISTS job_execution (
            execution_number INTEGER PRIMARY KEY AUTOINCREMENT,
            thing_name       TEXT    NOT NULL,
            job_id           TEXT    NOT NULL,
            status           TEXT    NOT NULL CHECK (status IN ('QUEUED', 'IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'REJECTED', 'REMOVED', 'CANCELED')),
            status_details   TEXT,             -- a JSON object, or NULL where there are none
            queued_at        INTEGER NOT NULL, -- all times in milliseconds since 1970
            started_at       INTEGER,
            last_updated_at  INTEGER NOT NULL,
            version_number   INTEGER NOT NULL,
            job_document     BLOB    NOT NULL  -- UTF-16: a document comes back as it was, whatever characters it has
        ) STRICT;

        CREATE INDEX IF NOT EXISTS job_execution_of_thing ON job_execution (thing_name, job_id, execution_number);

        CREATE UNIQUE INDEX IF NOT EXISTS job_execution_one_pending ON job_execution (thing_name, job_id)
            WHERE status IN ('QUEUED', 'IN_PROGRESS');
        """;
}
