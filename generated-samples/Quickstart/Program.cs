using IotJobs.Quickstart;

var console = AnsiConsole.Console;
if (Console.IsOutputRedirected)
{
    console.Profile.Width = 200;
}

await new DeviceStory(new Narrator(console), new InMemoryJobsDataPlane()).TellAsync();

Narrator.WriteTitle(console, "Does a backend keep the spec?");
var reports = new List<ConformanceReport>
{
    await Conformance.CheckAsync(console, () => new ReferenceBackend(), "reference"),
    await Conformance.CheckAsync(console, () => new SqliteBackend(), "SQLite"),
};

new ReportTable(console, reports).Write();
await ReportFiles.WriteAsync(console, reports);
return reports.Max(r => (int)r.Exit);
