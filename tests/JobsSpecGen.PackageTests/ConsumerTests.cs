using System.Globalization;
using System.Text.RegularExpressions;

namespace JobsSpecGen.PackageTests;

/// <summary>What a user does with the packages.</summary>
public sealed partial class ConsumerTests(PackedPackages packages)
{
    [Fact]
    public async Task A_backend_of_ten_lines_gets_its_tests()
    {
        using var consumer = await Consumer.CreateAsync(packages);

        var outcome = (await consumer.DotNetAsync("test")).Succeeded();

        var summary = Summary().Match(outcome.Output);
        TestContext.Current.TestOutputHelper!.WriteLine(summary.Value);
        Assert.True(summary.Success, outcome.Output);
        Assert.True(Count(summary, "total") > 100, outcome.Output);
        Assert.Equal(0, Count(summary, "failed"));
        Assert.True(Count(summary, "succeeded") > 100, outcome.Output);
        Assert.DoesNotContain("warning", outcome.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_revision_that_is_not_shipped_is_told_with_those_that_are()
    {
        using var consumer = await Consumer.CreateAsync(packages);

        var outcome = (await consumer.DotNetAsync("build", "-p:JobsSpecRevision=2016-01-01")).Failed();

        var errors = outcome.Output.Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal)).Select(l => l.Trim()).Distinct().ToList();
        Assert.True(errors.Count == 1, outcome.Output);
        Assert.Contains("error JSG9101: JobsSpecRevision '2016-01-01' is not shipped", errors[0]);
        Assert.Contains("2017-11-29", errors[0]);
    }

    [GeneratedRegex(@"total: (?<total>\d+)\s+failed: (?<failed>\d+)\s+succeeded: (?<succeeded>\d+)\s+skipped: (?<skipped>\d+)")]
    private static partial Regex Summary();

    private static int Count(Match summary, string name) => int.Parse(summary.Groups[name].Value, CultureInfo.InvariantCulture);
}
