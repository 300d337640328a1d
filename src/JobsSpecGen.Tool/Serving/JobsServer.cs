using System.Net;
using System.Net.Sockets;
using IotJobsData;
using JobsSpecGen.Tool.Terminal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JobsSpecGen.Tool.Serving;

/// <summary>The web server that hosts the endpoints.</summary>
internal static class JobsServer
{
    /// <summary>The time for requests in progress to finish at shutdown.</summary>
    private static readonly TimeSpan s_shutdownTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Serves until cancellation.</summary>
    /// <exception cref="IOException">The server cannot listen on the address.</exception>
    public static async Task RunAsync(Screen screen, ServerSettings settings, IJobsDataPlane jobs, IJobsDataPlaneEnvironment environment, CancellationToken cancellationToken)
    {
        await using var app = Build(settings);
        UnknownPaths.Answer(app);
        app.MapJobsDataPlane(jobs, signatures: settings.Signer?.ToVerifier());

        // AWS clients sign control plane requests for the service "iot"; older ones sign for "execute-api", the gateway before it.
        app.MapJobsDataPlaneEnvironment(environment, signatures: settings.Signer?.ToVerifier("iot", "execute-api"));
        app.MapJobsDataPlaneOpenApi();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new IOException(ReasonOf(exception, settings), exception);
        }

        Warn(settings);
        screen.Line($"Listening on {app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}");
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static WebApplication Build(ServerSettings settings)
    {
        // An empty builder: no configuration from files or the environment, no developer exception page.
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            ServerLimits.Apply(kestrel);
            kestrel.Listen(settings.Address, settings.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = s_shutdownTimeout);

        // The standard output is for the address; errors of requests go to the standard error.
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddSimpleConsole();
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // A failed start is reported by one line of our own.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
        return builder.Build();
    }

    private static void Warn(ServerSettings settings)
    {
        if (!IPAddress.IsLoopback(settings.Address))
        {
            Screen.Error(settings.Signer is null
                ? $"WARNING: {settings.Address} is not a loopback address. EVERYBODY WHO REACHES THIS PORT CAN READ AND CHANGE EVERYTHING: there is no authentication (see --credentials) and no encryption."
                : $"WARNING: {settings.Address} is not a loopback address. EVERYBODY WHO LISTENS ON THE NETWORK CAN READ EVERYTHING: there is no encryption.");
        }
    }

    private static string ReasonOf(Exception exception, ServerSettings settings)
    {
        var place = new IPEndPoint(settings.Address, settings.Port);
        return exception is { InnerException: AddressInUseException } or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
            ? $"cannot listen on {place}: port {settings.Port} is in use. Choose another with --port, or any free one with --port 0."
            : (exception as SocketException ?? exception.InnerException as SocketException)?.SocketErrorCode switch
            {
                SocketError.AccessDenied => $"cannot listen on {place}: ports below 1024 may need administrator rights. Choose another with --port.",
                SocketError.AddressNotAvailable => $"cannot listen on {place}: this machine does not have that address. Choose another with --host.",
                _ => $"cannot listen on {place}: {exception.Message}",
            };
    }
}
