using System.Xml.Linq;
using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Layers;

/// <summary>The text of a project: the project file and the C# files by their path from the project's folder.</summary>
internal sealed record ProjectSources(XDocument ProjectFile, IReadOnlyDictionary<string, string> Files)
{
    public static ProjectSources Read(string project)
    {
        var folder = Path.Combine(Repository.Root, "src", project);
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal));
        return new(
            XDocument.Load(Path.Combine(folder, project + ".csproj"), LoadOptions.SetLineInfo),
            files.ToDictionary(file => file, file => File.ReadAllText(Path.Combine(folder, file))));
    }

    /// <summary>The folders that have C# files of their own, in alphabetical order.</summary>
    public IEnumerable<string> Folders => Files.Keys.Select(FolderOf).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The namespaces that the project file opens to every file.</summary>
    public IEnumerable<XElement> Usings => ProjectFile.Descendants("Using").Where(element => element.Attribute("Include") is not null);

    /// <summary>The names of the projects that the project refers to.</summary>
    public IEnumerable<string> ReferencedProjects =>
        ProjectFile.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    /// <summary>Whether the generator runs in the project.</summary>
    public bool HasSpec => ProjectFile.Descendants("JobsSpecRevision").Any();

    public bool HasImplicitUsings => ProjectFile.Descendants("ImplicitUsings").All(element => element.Value != "disable");

    public static string FolderOf(string file) => Path.GetDirectoryName(file)!.Replace('\\', '/') is { Length: > 0 } folder ? folder : ".";
}
