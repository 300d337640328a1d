namespace IotJobs.Quickstart;

/// <summary>Writes the reports as files: a page to read, and what CI and other programs want.</summary>
internal static class ReportFiles
{
    public static async Task WriteAsync(IAnsiConsole console, IReadOnlyList<ConformanceReport> reports)
    {
        var folder = Path.Combine(Root(), "artifacts", "conformance");
        console.WriteLine();
        console.WriteLine("The reports as pages (Markdown, JSON, JUnit XML and a badge lie beside them):");
        foreach (var report in reports)
        {
            var files = await ConformanceReports.WriteAsync(report, folder);
            console.Profile.Out.Writer.WriteLine("  " + files[0]); // as it is, without breaking lines
        }
    }

    /// <summary>The root of the repository; outside of one the current folder.</summary>
    private static string Root()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return folder.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }
}
