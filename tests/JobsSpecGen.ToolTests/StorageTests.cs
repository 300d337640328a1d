using JobsSpecGen.Tool.Storage;

namespace JobsSpecGen.ToolTests;

/// <summary>The file in which <c>jobspec serve</c> keeps everything, against the suite of the spec.</summary>
public sealed class StorageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_suite_finds_nothing_wrong_with_it_and_nothing_is_lost()
    {
        var run = new ConformanceRun(JobsDataPlaneSuite.Instance, () => new Backend(_folder["jobs.db"]), "jobspec serve --storage");

        var report = await run.ReportAsync(TestContext.Current.CancellationToken);

        Assert.True(report.Exit == ConformanceExit.Passed, ConformanceTable.ToText(report));
        Assert.DoesNotContain(report.Clauses, clause => clause.Verdict == Verdict.Violated);
        Assert.Equal(Verdict.Verified, report.Clauses.Single(clause => clause.Clause.Id == "thing.durability").Verdict);
    }

    [Fact]
    public async Task Time_does_not_go_back_for_a_thing_even_if_the_clock_does()
    {
        var clock = new Clock { Now = DateTimeOffset.FromUnixTimeMilliseconds(2_000_000) };
        await using var jobs = new StoredJobsDataPlane(SqliteFile.Open(_folder["jobs.db"]), clock);
        await jobs.CreateJobExecutionAsync(new() { ThingName = "t", JobId = "j", JobDocument = "{}" }, TestContext.Current.CancellationToken);
        clock.Now = DateTimeOffset.FromUnixTimeMilliseconds(1_000_000);

        var started = await jobs.StartNextPendingJobExecutionAsync(new() { ThingName = "t" }, TestContext.Current.CancellationToken);

        Assert.Equal((2_000_000, 2_000_000), (started.Execution!.QueuedAt, started.Execution.StartedAt));
    }

    [Fact]
    public async Task A_document_comes_back_as_it_was_whatever_characters_it_has()
    {
        const string Document = "\0 \uD800 \U0001F600 é \"";
        await using var jobs = new StoredJobsDataPlane(SqliteFile.Open(_folder["jobs.db"]));
        await jobs.CreateJobExecutionAsync(new() { ThingName = "t", JobId = "j", JobDocument = Document }, TestContext.Current.CancellationToken);

        var started = await jobs.StartNextPendingJobExecutionAsync(new() { ThingName = "t" }, TestContext.Current.CancellationToken);

        Assert.Equal(Document, started.Execution!.JobDocument);
    }

    [Fact]
    public void A_database_of_something_else_is_refused_and_left_as_it_is()
    {
        using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder["other.db"]};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE mine (x)";
            command.ExecuteNonQuery();
        }

        var mistake = Assert.Throws<IOException>(() => SqliteFile.Open(_folder["other.db"]));
        Assert.Contains("it is a database of another program", mistake.Message);

        using var again = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder["other.db"]};Pooling=False");
        again.Open();
        using var tables = again.CreateCommand();
        tables.CommandText = "SELECT group_concat(name) FROM sqlite_schema";
        Assert.Equal("mine", tables.ExecuteScalar());
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Backend(string path) : JobsDataPlaneBackend, IRestartable
    {
        private StoredJobsDataPlane _jobs = new(SqliteFile.Open(path));

        public override IJobsDataPlane Service => _jobs;

        /// <summary>Opened anew beside the one before, whose connections are left as a crash would leave them.</summary>
        public ValueTask RestartAsync(CancellationToken cancellationToken)
        {
            _jobs = new(SqliteFile.Open(path));
            return default;
        }

        public override async ValueTask DisposeAsync()
        {
            await _jobs.DisposeAsync();
            await base.DisposeAsync();
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
