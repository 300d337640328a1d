namespace JobsSpecGen.Tests.Schema;

/// <summary>The folder <c>spec</c> of the repository, whatever folder the tests run in.</summary>
internal static class SpecFolder
{
    public static string Path { get; } = System.IO.Path.Combine(FindRepository(), "spec");

    /// <summary>Every spec that the repository ships, as paths below the folder.</summary>
    public static IEnumerable<string> Specs() =>
        Directory.EnumerateFiles(Path, "*.jobs.yaml", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The text of a file of the folder.</summary>
    public static string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "JobsSpecGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has a JobsSpecGen.sln.");
    }
}
