using System.Text.Json;
using System.Text.RegularExpressions;
using JobsSpecGen.CompiledTests.Harness;

namespace JobsSpecGen.CompiledTests.Language;

/// <summary>The tables of the reference have the keys of the JSON schema, no more and no less.</summary>
public sealed partial class ReferenceKeyTests
{
    private static readonly IReadOnlySet<string> s_schema = KeysOfSchema();

    [Fact]
    public void Every_key_of_the_schema_is_in_a_table() =>
        Assert.Empty(s_schema.Except(LanguageFile.Document.ReferenceLines.Where(line => line.StartsWith('|')).SelectMany(Words)));

    [Fact]
    public void Every_key_of_a_table_is_in_the_schema()
    {
        var keys = LanguageFile.Document.Tables("key").SelectMany(table => table).SelectMany(row => Words(row[0])).ToHashSet();

        Assert.True(keys.Count > 60, $"Only {keys.Count} keys were found: the tables are no longer read.");
        Assert.Empty(keys.Except(s_schema));
    }

    private static IEnumerable<string> Words(string text) => Quoted().Matches(text).Select(match => match.Groups[1].Value);

    private static IReadOnlySet<string> KeysOfSchema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "spec", "jobs-spec.schema.json")));
        return PropertiesIn(schema.RootElement).ToHashSet();
    }

    private static IEnumerable<string> PropertiesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name == "properties"
            ? property.Value.EnumerateObject().SelectMany(key => PropertiesIn(key.Value).Prepend(key.Name))
            : PropertiesIn(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(PropertiesIn),
        _ => [],
    };

    [GeneratedRegex(@"`(\$?[A-Za-z]+)`")]
    private static partial Regex Quoted();
}
