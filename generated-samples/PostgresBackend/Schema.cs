namespace IotJobs.Postgres;

/// <summary>The table, in SQL.</summary>
internal static class Schema
{
    /// <summary>
    /// One row an execution. Its number comes from a sequence, and is drawn by whoever has the thing locked: later executions of
    /// a thing have higher numbers, and none is ever used again. The spec asks no more of them.
    /// CREATE … IF NOT EXISTS alone fails when two processes start at once, hence the lock, whose pair of keys no thing can have.
    /// </summary>
    public const string Create = """
        SELECT pg_advisory_xact_lock(20171129, 1);

        CREATE TABLE IF NOT EXISTS job_execution (
            execution_number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            thing_name       TEXT COLLATE "C" NOT NULL,
            job_id           TEXT COLLATE "C" NOT NULL,
            status           TEXT   NOT NULL CHECK (status IN ('QUEUED', 'IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'REJECTED', 'REMOVED', 'CANCELED')),
            status_details   TEXT,             -- a JSON object, or NULL where there are none
            queued_at        BIGINT NOT NULL,  -- all times in milliseconds since 1970
            started_at       BIGINT,
            last_updated_at  BIGINT NOT NULL,
            version_number   BIGINT NOT NULL,
            job_document     BYTEA  NOT NULL   -- UTF-16: PostgreSQL's text has no room for U+0000 and lone surrogates
        );

        CREATE INDEX IF NOT EXISTS job_execution_of_thing ON job_execution (thing_name, job_id, execution_number);

        CREATE UNIQUE INDEX IF NOT EXISTS job_execution_one_pending ON job_execution (thing_name, job_id)
            WHERE status IN ('QUEUED', 'IN_PROGRESS');
        """;
}
