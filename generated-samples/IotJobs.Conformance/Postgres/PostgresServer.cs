using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IotJobs.Conformance;

/// <summary>
/// A PostgreSQL server of this test run's own, started when it is first asked for: a new cluster in a temporary folder, on a free
/// port of 127.0.0.1. A shell holds it, and takes it down with its folder as soon as this process, which holds the shell's
/// standard input, is gone: at the end of the run, and also where that was killed.
/// </summary>
internal static class PostgresServer
{
    // fsync = off: the machine does not lose power in these tests. Where processes are killed, the operating system keeps what they wrote.
    private const string Script = """
        bin=$1 port=$2
        trap '' INT TERM HUP
        folder=$(mktemp -d) || exit 1
        trap '"$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1; rm -rf "$folder"' EXIT
        "$bin/initdb" -D "$folder/data" -U jobs -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 &&
            "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$folder -c max_connections=200 -c fsync=off" start >/dev/null 2>&1 ||
            { cat "$folder/log" >&2; exit 1; }
        echo ready
        cat >/dev/null
        """;

    private static readonly Lazy<string> Running = new(Start);

    /// <summary>Where its database <c>postgres</c> is.</summary>
    public static string ConnectionString => Running.Value;

    private static string Start()
    {
        var bin = PostgresInstallation.Folder ?? throw PostgresInstallation.IsMissing();
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            string[] shell = ["sh", "-c", Script, "sh", bin, port.ToString(CultureInfo.InvariantCulture)];

            // The server refuses to run as root. The shell's folder must be one that the server's user may enter.
            string[] command = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--reset-env", .. shell] : shell;
            var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                WorkingDirectory = "/",
            })!;
            if (process.StandardOutput.ReadLine() == "ready")
            {
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(process);
                return $"Host=127.0.0.1;Port={port};Username=jobs;Database=postgres";
            }

            // Somebody else may have taken the port meanwhile.
            if (attempt == 3)
            {
                throw new InvalidOperationException("PostgreSQL did not start; standard error tells why.");
            }
        }
    }

    private static void Stop(Process shell)
    {
        shell.StandardInput.Close();
        shell.WaitForExit(TimeSpan.FromSeconds(20));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
