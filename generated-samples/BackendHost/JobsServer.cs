using System.Net;

namespace IotJobs.Host;

/// <summary>The process around the endpoints: from the start to the end of the standard input.</summary>
internal static class JobsServer
{
    public static async Task RunAsync(IJobsDataPlane jobs, IJobsDataPlaneEnvironment environment, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0)); // a free port
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace); // standard output is for the address
        await using var app = builder.Build();
        app.MapJobs(jobs, environment);
        await app.StartAsync(cancellationToken);
        Console.WriteLine(app.Urls.Single());

        var input = Console.In.ReadToEndAsync(cancellationToken); // ends when whoever started this process does
        await Task.WhenAny(input, Task.Delay(Timeout.Infinite, cancellationToken));
        await app.StopAsync(CancellationToken.None);
    }
}
