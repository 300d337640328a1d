using System.IO.Compression;
using System.Xml.Linq;

namespace JobsSpecGen.PackageTests;

/// <summary>What lies in the packages.</summary>
public sealed class PackageContentTests(PackedPackages packages)
{
    [Theory]
    [InlineData("analyzers/dotnet/cs/JobsSpecGen.dll")]
    [InlineData("analyzers/dotnet/cs/YamlDotNet.dll")]
    [InlineData("build/JobsSpecGen.props")]
    [InlineData("build/JobsSpecGen.targets")]
    [InlineData("buildTransitive/JobsSpecGen.props")]
    [InlineData("buildTransitive/JobsSpecGen.targets")]
    [InlineData("specs/iot-jobs-data/2017-11-29.jobs.yaml")]
    public void The_generator_package_has(string file) => Assert.Contains(file, Files("JobsSpecGen"));

    [Fact]
    public void The_shipped_spec_is_that_of_the_repository()
    {
        using var package = packages.Open("JobsSpecGen");
        using var packed = new StreamReader(package.GetEntry("specs/iot-jobs-data/2017-11-29.jobs.yaml")!.Open());

        Assert.Equal(File.ReadAllText(Path.Combine(PackedPackages.Repository, "spec/iot-jobs-data/2017-11-29.jobs.yaml")), packed.ReadToEnd());
    }

    [Fact]
    public void The_generator_package_brings_nothing_to_the_consumers_program()
    {
        Assert.DoesNotContain(Files("JobsSpecGen"), f => f.StartsWith("lib/", StringComparison.Ordinal) || f.StartsWith("ref/", StringComparison.Ordinal));
        Assert.DoesNotContain(Metadata("JobsSpecGen").Descendants(), e => e.Name.LocalName == "dependency");
        Assert.Equal("true", Value("JobsSpecGen", "developmentDependency"));
    }

    [Fact]
    public void The_engine_is_a_library_with_few_dependencies()
    {
        Assert.Contains("lib/net10.0/JobsSpecGen.Conformance.dll", Files("JobsSpecGen.Conformance"));
        Assert.Contains("lib/net10.0/JobsSpecGen.Conformance.xml", Files("JobsSpecGen.Conformance"));
        Assert.Equal(
            ["CsCheck", "DiffPlex", "Fluid.Core"],
            Metadata("JobsSpecGen.Conformance").Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("JobsSpecGen")]
    [InlineData("JobsSpecGen.Conformance")]
    [InlineData("JobsSpecGen.Tool")]
    public void A_package_says_what_it_is(string id)
    {
        Assert.Equal(packages.Version, Value(id, "version"));
        Assert.Equal("Apache-2.0", Value(id, "license"));
        Assert.True(Value(id, "description")?.Length > 40, $"The description of {id} is: {Value(id, "description")}");
        Assert.NotEqual("Package Description", Value(id, "description"));
    }

    /// <summary>Each package shows the page beside its project, not the front page of the repository.</summary>
    [Theory]
    [InlineData("JobsSpecGen")]
    [InlineData("JobsSpecGen.Conformance")]
    [InlineData("JobsSpecGen.Tool")]
    public void A_package_contains_the_readme_of_its_project(string id)
    {
        Assert.Equal("README.md", Value(id, "readme"));
        using var package = packages.Open(id);
        using var packed = new StreamReader(package.GetEntry("README.md")!.Open());

        Assert.Equal(File.ReadAllText(Path.Combine(PackedPackages.Repository, "src", id, "README.md")), packed.ReadToEnd());
    }

    private List<string> Files(string id)
    {
        using var package = packages.Open(id);
        return [.. package.Entries.Select(e => e.FullName)];
    }

    private string? Value(string id, string name) => Metadata(id).Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    private XElement Metadata(string id)
    {
        using var package = packages.Open(id);
        using var text = package.GetEntry(id + ".nuspec")!.Open();
        return XDocument.Load(text).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
    }
}
