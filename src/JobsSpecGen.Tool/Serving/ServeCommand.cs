using System.CommandLine;
using System.Globalization;
using System.Net;
using IotJobsData;
using JobsSpecGen.Tool.ShippedSpecs;
using JobsSpecGen.Tool.Signing;
using JobsSpecGen.Tool.Storage;
using JobsSpecGen.Tool.Terminal;

namespace JobsSpecGen.Tool.Serving;

/// <summary><c>jobspec serve</c>: serves the reference implementation of the shipped spec over HTTP.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> s_port = new("--port", "-p") { Description = "The port; 0 for any free port.", HelpName = "N", DefaultValueFactory = _ => 8080 };

    private static readonly Option<string> s_host = new("--host")
    {
        Description = "The address to listen on. Other machines can connect unless it is a loopback address.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private static readonly Option<string> s_storage = new("--storage")
    {
        Description = "The storage: a SQLite file, which is created if it does not exist, or 'memory', which is lost at the end.",
        HelpName = "memory|FILE",
        DefaultValueFactory = _ => ServerSettings.Memory,
    };

    private static readonly SigningOptions s_signing = new("Accepts only requests that are signed with this key");

    static ServeCommand()
    {
        s_port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort))
            {
                result.AddError($"The port must be a number from 0 to {IPEndPoint.MaxPort}, but is '{text}'.");
            }
        });
        s_host.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && ServerSettings.AddressOf(text) is null)
            {
                result.AddError("The host must be an IP address of this machine, 'localhost', or '*' for all of them.");
            }
        });
    }

    public static Command Create()
    {
        var command = new Command("serve", "Serves the AWS IoT Jobs data plane over HTTP, until Ctrl-C or SIGTERM.\nThe exit code is 0 after that, 2 if the port is in use or the file cannot be used.")
        {
            s_port, s_host, s_storage, s_signing.Credentials, s_signing.Region, Revisions.NewOption(),
        };
        command.SetAction((result, cancellationToken) =>
        {
            var storage = result.GetRequiredValue(s_storage);
            var settings = new ServerSettings(
                ServerSettings.AddressOf(result.GetRequiredValue(s_host))!,
                result.GetRequiredValue(s_port),
                storage == ServerSettings.Memory ? null : storage,
                result.GetValue(s_signing.Credentials) is { } key ? new(key, result.GetRequiredValue(s_signing.Region)) : null);
            return ServeAsync(Screen.Of(result), settings, cancellationToken);
        });
        return command;
    }

    private static async Task<int> ServeAsync(Screen screen, ServerSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            if (settings.Storage is not { } path)
            {
                var jobs = new InMemoryJobsDataPlane();
                await JobsServer.RunAsync(screen, settings, jobs, jobs, cancellationToken);
                return ExitCode.Success;
            }

            await using var stored = new StoredJobsDataPlane(SqliteFile.Open(path));
            await JobsServer.RunAsync(screen, settings, stored, stored, cancellationToken);
            return ExitCode.Success;
        }
        catch (IOException exception)
        {
            Screen.Error(exception.Message);
            return ExitCode.Error;
        }
    }
}
