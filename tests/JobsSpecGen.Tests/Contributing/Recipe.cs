using System.Text.RegularExpressions;
using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Contributing;

/// <summary>A file that a recipe names.</summary>
/// <param name="Path">The path from the root of the repository, with slashes.</param>
/// <param name="Example">The text in it that the example of the recipe put there.</param>
internal sealed record RecipeFile(string Path, string Example);

/// <summary>
/// A section of CONTRIBUTING.md that says which files a change of one kind needs: a table of files with the text that an
/// existing example has in each, and the search that finds them all.
/// </summary>
/// <param name="Heading">The heading of the section.</param>
/// <param name="Files">The rows of its table.</param>
/// <param name="Pattern">The regular expression of its <c>git grep</c> line.</param>
/// <param name="Folders">The folders and files that the line searches.</param>
internal sealed partial record Recipe(string Heading, IReadOnlyList<RecipeFile> Files, string Pattern, IReadOnlyList<string> Folders)
{
    /// <summary>The recipes of a document.</summary>
    /// <exception cref="FormatException">A recipe has no table, or not exactly one search.</exception>
    public static IReadOnlyList<Recipe> In(string markdown) =>
        [.. Sections().Matches(markdown).Select(section => Read(section.Groups["heading"].Value.Trim(), section.Groups["body"].Value))];

    /// <summary>The files that the search of the recipe finds, as <c>git grep -lE</c> does: committed output of the generator is left out.</summary>
    public IEnumerable<string> Found() => Folders
        .Select(folder => Path.Combine(Repository.Root, folder))
        .SelectMany(path => File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !Built().IsMatch(path))
        .Where(path => Regex.IsMatch(Repository.Read(path), Pattern));

    private static Recipe Read(string heading, string body)
    {
        var files = Rows().Matches(body).Select(row => new RecipeFile(row.Groups["path"].Value, row.Groups["example"].Value)).ToList();
        var searches = Searches().Matches(body);
        return files.Count > 0 && searches is [var search]
            ? new(heading, files, search.Groups["pattern"].Value, search.Groups["folders"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : throw new FormatException($"The section '{heading}' has {files.Count} rows and {searches.Count} searches; it needs rows and one search.");
    }

    [GeneratedRegex(@"^## (?<heading>Add [^\n]*)\n(?<body>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Sections();

    [GeneratedRegex(@"^\| `(?<path>[^`|]+)` \|[^|\n]*\| `(?<example>[^`\n]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"^    git grep -lE '(?<pattern>[^'\n]+)' -- (?<folders>[^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex Searches();

    [GeneratedRegex("(^|/)(bin|obj)/")]
    private static partial Regex Built();
}
