using System.Diagnostics;
using System.Globalization;

namespace JobsSpecGen.TestSupport;

/// <summary>
/// Lets one test class of the whole machine at a time measure, or wait for calls to meet: `dotnet test` runs test projects side by
/// side, and the other projects cannot see each other's collections. Use it as a class fixture. The lock is a lock on an open
/// file, so that the operating system releases it with the process, however that ends.
/// </summary>
public sealed class QuietMachine : IAsyncLifetime
{
    private static readonly TimeSpan s_retry = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_report = TimeSpan.FromSeconds(15);
    private readonly string _path;
    private FileStream? _file;

    /// <summary>Prepares the lock that all test projects of this user share.</summary>
    public QuietMachine()
        : this(Path.Combine(Path.GetTempPath(), $"jobsspecgen-tests-{Environment.UserName}.lock"))
    {
    }

    internal QuietMachine(string path) => _path = path;

    /// <summary>Is told every now and then what the lock waits for.</summary>
    internal Action<string> Report { get; init; } = message => TestContext.Current.SendDiagnosticMessage(message);

    /// <summary>How long it waits before it reports for the first time.</summary>
    internal TimeSpan ReportAfter { get; init; } = s_report;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var (watch, reports) = (Stopwatch.StartNew(), 0);
        while (!TryTake())
        {
            if (watch.Elapsed > ReportAfter * (reports + 1))
            {
                reports++;
                Report(string.Create(CultureInfo.InvariantCulture, $"Waiting for {watch.Elapsed.TotalSeconds:0} s for {Holder()}, which holds {_path}: such tests run one at a time."));
            }

            await Task.Delay(s_retry, TestContext.Current.CancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? default;

    private bool TryTake()
    {
        try
        {
            _file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException))
        {
            // Somebody else has it. What is wrong with the path has an exception of its own.
            return false;
        }

        // Beside the lock, since nobody else can open the locked file.
        File.WriteAllText(_path + ".holder", $"process {Environment.ProcessId} ({Path.GetFileName(Environment.ProcessPath)})");
        return true;
    }

    private string Holder()
    {
        try
        {
            return File.ReadAllText(_path + ".holder");
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
