using System.CommandLine;
using IotJobs.Host;
using IotJobs.Postgres;
using IotJobs.Sqlite;

var sqlite = new Option<string?>("--sqlite") { Description = "Keep everything in this file.", HelpName = "FILE" };
var postgres = new Option<string?>("--postgres") { Description = "Keep everything in this database.", HelpName = "CONNECTION" };
var command = new RootCommand("The jobs data plane over HTTP on 127.0.0.1. Prints its address when it is ready, and ends when its standard input does.")
{
    sqlite,
    postgres,
};
command.Validators.Add(result =>
{
    if (result.GetValue(sqlite) is null == result.GetValue(postgres) is null)
    {
        result.AddError("Say where everything is kept, with --sqlite or with --postgres.");
    }
});
command.SetAction(async (result, cancellationToken) =>
{
    if (result.GetValue(sqlite) is { } file)
    {
        await using var jobs = new SqliteJobsDataPlane(file);
        await JobsServer.RunAsync(jobs, jobs, cancellationToken);
    }
    else
    {
        await using var jobs = new PostgresJobsDataPlane(result.GetValue(postgres)!);
        await JobsServer.RunAsync(jobs, jobs, cancellationToken);
    }
});
return await command.Parse(args).InvokeAsync();
