using IotJobsData;

namespace JobsSpecGen.Tool.Storage;

/// <summary>The SQL schema of the database.</summary>
internal static class Schema
{
    /// <summary>The SQLite application id that identifies the tool's files: "JSPG".</summary>
    public const int ApplicationId = 0x4A535047;

    /// <summary>The fields of <see cref="ExecutionRow"/> as columns. An index for each access path of the steps makes every step logarithmic.</summary>
    public const string Create = """
        CREATE TABLE execution (
            sequence         INTEGER PRIMARY KEY AUTOINCREMENT,
            thing_name       TEXT    NOT NULL,
            job_id           TEXT    NOT NULL,
            execution_number INTEGER NOT NULL,
            status           TEXT    NOT NULL,
            status_details   TEXT,             -- a JSON object, or NULL where there are none
            queued_at        INTEGER NOT NULL, -- all times in milliseconds since 1970
            started_at       INTEGER,
            last_updated_at  INTEGER NOT NULL,
            version_number   INTEGER NOT NULL,
            job_document     BLOB    NOT NULL  -- UTF-16: a document comes back as it was, whatever characters it has
        ) STRICT;

        CREATE UNIQUE INDEX execution_key ON execution (thing_name, job_id, execution_number);
        CREATE INDEX execution_of_thing ON execution (thing_name);
        CREATE INDEX execution_by_status ON execution (thing_name, status, queued_at);
        CREATE INDEX execution_by_time ON execution (thing_name, last_updated_at);
        """;
}
