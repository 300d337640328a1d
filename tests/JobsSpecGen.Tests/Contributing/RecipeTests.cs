using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Contributing;

/// <summary>Follows the recipes of CONTRIBUTING.md along their examples, so that a file that moves or a new place that is not listed is found.</summary>
public sealed class RecipeTests
{
    private static readonly IReadOnlyList<Recipe> s_recipes = Recipe.In(Repository.Read("CONTRIBUTING.md"));

    public static TheoryData<string> Headings => [.. s_recipes.Select(r => r.Heading)];

    [Fact]
    public void There_is_a_recipe_for_each_kind_of_change() => Assert.Equal(
        ["Add a constraint", "Add a step of the language", "Add a diagnostic", "Add an artefact", "Add a technique of the suite", "Add a wire rule"],
        s_recipes.Select(r => r.Heading));

    [Theory]
    [MemberData(nameof(Headings))]
    public void Each_file_of_a_recipe_has_the_example(string heading)
    {
        foreach (var file in Of(heading).Files)
        {
            Assert.True(File.Exists(Path.Combine(Repository.Root, file.Path)), $"CONTRIBUTING.md, '{heading}': there is no file {file.Path}.");
            Assert.True(Repository.Read(file.Path).Contains(file.Example, StringComparison.Ordinal), $"CONTRIBUTING.md, '{heading}': {file.Path} does not contain '{file.Example}'.");
        }
    }

    [Theory]
    [MemberData(nameof(Headings))]
    public void A_recipe_lists_each_file_that_its_search_finds(string heading)
    {
        var recipe = Of(heading);
        var found = recipe.Found().ToList();
        Assert.NotEmpty(found);
        var missing = found.Except(recipe.Files.Select(f => f.Path)).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"CONTRIBUTING.md, '{heading}': the search finds files that the table does not list: {string.Join(", ", missing)}.");
    }

    [Fact]
    public void A_recipe_without_a_search_is_refused()
    {
        var exception = Assert.Throws<FormatException>(() => Recipe.In("## Add a thing\n\n| file | what | example |\n| --- | --- | --- |\n| `a.cs` | b | `c` |\n"));
        Assert.Equal("The section 'Add a thing' has 1 rows and 0 searches; it needs rows and one search.", exception.Message);
    }

    private static Recipe Of(string heading) => s_recipes.Single(r => r.Heading == heading);
}
