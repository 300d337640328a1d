using Npgsql;

namespace IotJobs.Conformance;

/// <summary>A database of its own on the test run's server, dropped afterwards.</summary>
internal sealed class PostgresDatabase : IDisposable
{
    private static int _count;
    private readonly string _name = $"jobs_{Interlocked.Increment(ref _count)}";

    public PostgresDatabase()
    {
        Execute($"CREATE DATABASE {_name}");
        ConnectionString = new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { Database = _name, MaxPoolSize = 20 }.ToString();
    }

    /// <summary>Where it is.</summary>
    public string ConnectionString { get; }

    public void Dispose() => Execute($"DROP DATABASE {_name} WITH (FORCE)");

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(PostgresServer.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
