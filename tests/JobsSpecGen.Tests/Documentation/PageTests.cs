using System.Text.RegularExpressions;
using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Documentation;

/// <summary>The pages of the repository: every relative link has a target, and the front page stays short.</summary>
public sealed partial class PageTests
{
    private static readonly string s_root = Repository.Root;

    [Fact]
    public void The_front_page_has_at_most_150_lines() => Assert.InRange(Repository.Read("README.md").Split('\n').Length, 50, 150);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_has_a_target(string page) => Assert.Empty(BrokenLinks(page));

    public static IEnumerable<TheoryDataRow<string>> Pages => Folders(s_root)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md"))
        .Select(file => Path.GetRelativePath(s_root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)
        .Select(page => new TheoryDataRow<string>(page));

    private static IEnumerable<string> BrokenLinks(string page)
    {
        var path = Path.Combine(s_root, page);
        foreach (var target in Link().Matches(Fenced().Replace(File.ReadAllText(path), "")).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal)))
        {
            var parts = target.Split('#', 2);
            var file = parts[0].Length == 0 ? path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, parts[0]));
            if (!Path.Exists(file))
            {
                yield return $"{target}: there is no {file}";
            }
            else if (parts.Length == 2 && !Anchors(file).Contains(parts[1]))
            {
                yield return $"{target}: {file} has no heading for #{parts[1]}";
            }
        }
    }

    private static IEnumerable<string> Anchors(string file) => Heading().Matches(Fenced().Replace(File.ReadAllText(file), ""))
        .Select(match => NotInAnchor().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>The folders of the sources, without those that builds and tools make.</summary>
    private static IEnumerable<string> Folders(string folder) => Directory.EnumerateDirectories(folder)
        .Where(sub => Path.GetFileName(sub) is var name && name is not ("bin" or "obj" or "artifacts" or "Generated") && !name.StartsWith('.'))
        .SelectMany(Folders)
        .Prepend(folder);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();
}
