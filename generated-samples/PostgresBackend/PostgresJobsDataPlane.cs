using IotJobs.Stored;

namespace IotJobs.Postgres;

/// <summary>
/// The jobs data plane over a PostgreSQL database. Safe for use by many threads, and by many processes on the same database.
/// </summary>
/// <param name="connectionString">Where the database is. Its table is created if it is not there.</param>
/// <param name="timeProvider">The clock; null for that of the system.</param>
public sealed class PostgresJobsDataPlane(string connectionString, TimeProvider? timeProvider = null)
    : StoredJobsDataPlane(new PostgresStore(connectionString), timeProvider);
