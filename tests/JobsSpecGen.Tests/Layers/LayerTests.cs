namespace JobsSpecGen.Tests.Layers;

/// <summary>A folder uses only folders below it, and no two folders use each other.</summary>
public sealed class LayerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("JobsSpecGen")]
    [InlineData("JobsSpecGen.Tool")]
    [InlineData("JobsSpecGen.Conformance")]
    public void Folders_use_only_lower_layers(string project)
    {
        var check = LayerCheck.Of(s_projects.Single(p => p.Name == project), ProjectSources.Read(project));
        output.WriteLine($"{project}: {check.MutualPairs.Count} pairs of folders use each other. {string.Join(", ", check.MutualPairs)}");
        Assert.True(check.Violations.Count == 0, $"{check.Violations.Count} violations of the layers of {project}:\n{string.Join("\n", check.Violations.Take(100))}");
        Assert.Empty(check.MutualPairs);
    }

    private static readonly LayeredProject[] s_projects = [GeneratorLayers.Project, ToolLayers.Project, EngineLayers.Project];
}
