using IotJobs.Stored;

namespace IotJobs.Sqlite;

/// <summary>
/// The jobs data plane over a SQLite file. Safe for use by many threads, and by several processes on the same file.
/// </summary>
/// <param name="path">The path of the file, which is created if it is not there.</param>
/// <param name="timeProvider">The clock; null for that of the system.</param>
public sealed class SqliteJobsDataPlane(string path, TimeProvider? timeProvider = null)
    : StoredJobsDataPlane(new SqliteStore(path), timeProvider);
