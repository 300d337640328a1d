using System.Text.RegularExpressions;
using JobsSpecGen.Pipeline;
using JobsSpecGen.Tests.Schema;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Tests.Specs;

/// <summary>The register of facts and the shipped spec agree: no fact that applies is forgotten, and none is made up.</summary>
public partial class FactRegisterTests
{
    private static readonly string s_yaml = File.ReadAllText(Path.Combine(SpecFolder.Path, "iot-jobs-data", "2017-11-29.jobs.yaml"));
    private static readonly string s_register = File.ReadAllText(Path.Combine(SpecFolder.Path, "iot-jobs-data", "FACTS.md"));

    [Fact]
    public void Every_fact_that_applies_is_cited_by_the_spec()
    {
        var cited = Cited();
        var forgotten = Rows().Where(row => row.Applies.StartsWith("yes", StringComparison.Ordinal) && !cited.Contains(row.Id) && !cited.Contains(Section(row.Id)));

        Assert.Empty(forgotten.Select(row => row.Id));
    }

    [Fact]
    public void Every_fact_that_the_spec_cites_is_registered()
    {
        var known = Rows().SelectMany(row => new[] { row.Id, Section(row.Id) }).ToHashSet();

        Assert.Empty(Cited().Except(known));
    }

    [Fact]
    public void Every_clause_that_the_register_names_exists()
    {
        var model = SpecReading.Bind(new SpecFile("2017-11-29.jobs.yaml", s_yaml, Artefact.Models), TestContext.Current.CancellationToken).Model!;
        var clauses = model.Clauses.Select(clause => clause.Id).ToHashSet();
        var named = Rows().SelectMany(row => ClauseId().Matches(row.WentTo).Select(match => match.Groups[1].Value)).Except(model.Lifecycles.Select(l => l.Name));

        Assert.Empty(named.Except(clauses));
    }

    /// <summary>Rows of section 10 are items of one table, which the spec cites as a whole.</summary>
    private static string Section(string id) => id.StartsWith("10.", StringComparison.Ordinal) ? "10" : id;

    private static IReadOnlyList<(string Id, string Applies, string WentTo)> Rows()
    {
        var rows = Row().Matches(s_register).Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)).ToArray();
        Assert.True(rows.Length > 80, "The register's table could not be read.");
        return rows;
    }

    private static HashSet<string> Cited()
    {
        var cited = new HashSet<string>();
        Collect(YamlReader.Read(s_yaml, TestContext.Current.CancellationToken).Root!, cited);
        return cited;
    }

    private static void Collect(YamlNode node, HashSet<string> cited)
    {
        switch (node)
        {
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Collect(item, cited);
                }

                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Key.Value is "facts" or "$facts")
                    {
                        cited.UnionWith(((YamlSequence)entry.Value).Items.Select(item => ((YamlScalar)item).Value));
                    }
                    else
                    {
                        Collect(entry.Value, cited);
                    }
                }

                break;
        }
    }

    [GeneratedRegex(@"^\| (\d+\.\S+) \| [^|]+ \| ([^|]+) \| (.*) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`([a-z-]+\.[a-z-]+)`")]
    private static partial Regex ClauseId();
}
