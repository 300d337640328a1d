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

/// <summary>The process around the endpoints.</summary>
internal static class JobsServer
{
    /// <summary>How long requests under way are waited for at the end.</summary>
    private static readonly TimeSpan s_lastRequests = TimeSpan.FromSeconds(5);

    /// <summary>Serves until it is cancelled.</summary>
    /// <exception cref="IOException">It cannot listen there.</exception>
    public static async Task RunAsync(Screen screen, ServerSettings settings, IJobsDataPlane jobs, IJobsDataPlaneEnvironment environment, CancellationToken cancellationToken)
    {
        await using var app = Build(settings);
        UnknownPaths.Answer(app);
        app.MapJobsDataPlane(jobs, signatures: settings.Signer?.ToVerifier());

        // Clients of AWS sign for the control plane under its own name, and older ones under that of the gateway before it.
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
        // Nothing but what is said here: no configuration from files or the environment, no page for developers.
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            ServerLimits.Apply(kestrel);
            kestrel.Listen(settings.Address, settings.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = s_lastRequests);

        // The standard output is for the address; what goes wrong in a request is told beside it.
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddSimpleConsole();
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // How the start fails is told in one line of our own.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
        return builder.Build();
    }

    private static void Warn(ServerSettings settings)
    {
        if (!IPAddress.IsLoopback(settings.Address))
        {
            Screen.Complain(settings.Signer is null
                ? $"WARNING: {settings.Address} is no loopback address. WHOEVER REACHES THIS PORT CAN READ AND CHANGE EVERYTHING: nobody is asked who they are (see --credentials), and nothing is encrypted."
                : $"WARNING: {settings.Address} is no loopback address. WHOEVER LISTENS ON THE NETWORK CAN READ EVERYTHING: nothing is encrypted.");
        }
    }

    private static string ReasonOf(Exception exception, ServerSettings settings)
    {
        var place = new IPEndPoint(settings.Address, settings.Port);
        return exception is { InnerException: AddressInUseException } or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
            ? $"cannot listen on {place}: port {settings.Port} is taken. Choose another with --port, or any that is free with --port 0."
            : (exception as SocketException ?? exception.InnerException as SocketException)?.SocketErrorCode switch
            {
                SocketError.AccessDenied => $"cannot listen on {place}: ports below 1024 may be kept for the administrator. Choose another with --port.",
                SocketError.AddressNotAvailable => $"cannot listen on {place}: this machine does not have that address. Choose another with --host.",
                _ => $"cannot listen on {place}: {exception.Message}",
            };
    }
}
