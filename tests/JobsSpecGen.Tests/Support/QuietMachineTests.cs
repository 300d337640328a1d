using System.Diagnostics;

namespace JobsSpecGen.Tests.Support;

/// <summary>One holder at a time, across processes; whoever waits says for whom; a process that is killed holds nothing.</summary>
public sealed class QuietMachineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobsspecgen-lock-");

    private string Lock => Path.Combine(_folder.FullName, "tests.lock");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_waits_until_the_first_has_ended_and_says_for_whom()
    {
        var reports = new List<string>();
        var first = new QuietMachine(Lock);
        var second = new QuietMachine(Lock) { Report = reports.Add, ReportAfter = TimeSpan.FromMilliseconds(100) };
        await first.InitializeAsync();
        var waiting = second.InitializeAsync().AsTask();
        await Task.Delay(TimeSpan.FromMilliseconds(400), Stop);
        Assert.False(waiting.IsCompleted);

        await first.DisposeAsync();
        await waiting.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        await second.DisposeAsync();

        Assert.NotEmpty(reports);
        Assert.All(reports, report => Assert.Contains($"process {Environment.ProcessId} (", report, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_process_that_is_killed_releases_it()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/flock"), "There is no /usr/bin/flock, which takes the lock in another process.");
        await File.WriteAllTextAsync(Lock, "", Stop);
        using var other = Process.Start(new ProcessStartInfo("/usr/bin/flock", ["--no-fork", Lock, "sh", "-c", "echo locked; exec sleep 600"]) { RedirectStandardOutput = true })!;
        Assert.Equal("locked", await other.StandardOutput.ReadLineAsync(Stop));
        var machine = new QuietMachine(Lock) { Report = _ => { } };
        var waiting = machine.InitializeAsync().AsTask();
        await Task.Delay(TimeSpan.FromMilliseconds(200), Stop);
        Assert.False(waiting.IsCompleted);

        other.Kill();

        await waiting.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        await machine.DisposeAsync();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
