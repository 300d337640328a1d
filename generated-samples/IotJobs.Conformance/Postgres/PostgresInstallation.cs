using System.Globalization;

namespace IotJobs.Conformance;

/// <summary>Where PostgreSQL's programs are on this machine, and what to say where they are not.</summary>
internal static class PostgresInstallation
{
    /// <summary>Set this to 1 where tests without PostgreSQL must fail, as in continuous integration, instead of being skipped.</summary>
    private const string RequiredVariable = "JOBSSPECGEN_REQUIRE_POSTGRES";

    private const string Reason = "PostgreSQL is not installed. On Debian and Ubuntu: apt-get install -y postgresql";

    /// <summary>The folder with <c>initdb</c> and <c>pg_ctl</c> of the newest version; null: not installed.</summary>
    public static string? Folder { get; } = OfDebian().Concat(OfPath()).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    /// <summary>What a test or a call without PostgreSQL ends with. A call that is not supported is reported as not verifiable.</summary>
    public static Exception IsMissing() => Environment.GetEnvironmentVariable(RequiredVariable) == "1"
        ? new InvalidOperationException($"{RequiredVariable} is set, but {Reason}")
        : new NotSupportedException(Reason);

    /// <summary>Skips the test where PostgreSQL is not there and need not be.</summary>
    public static void SkipWithout()
    {
        if (Folder is null && IsMissing() is NotSupportedException reason)
        {
            Assert.Skip(reason.Message);
        }
    }

    // Debian does not put these programs on the path: several versions may be installed side by side.
    private static IEnumerable<string> OfDebian() => !Directory.Exists("/usr/lib/postgresql") ? [] :
        Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(version => double.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"));

    private static IEnumerable<string> OfPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
