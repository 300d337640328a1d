namespace JobsSpecGen.CompiledTests.Harness;

/// <summary>The text of a spec, and edits of it as a person would make them.</summary>
/// <param name="File">The name of its file.</param>
/// <param name="Text">The YAML.</param>
public sealed record SpecText(string File, string Text)
{
    /// <summary>The shipped spec of the jobs data plane.</summary>
    public static SpecText Jobs { get; } = Shipped("iot-jobs-data/2017-11-29.jobs.yaml");

    /// <summary>The spec of the lending desk.</summary>
    public static SpecText Lending { get; } = Shipped("lending-library/1.jobs.yaml");

    /// <summary>The spec with a piece of its text replaced, which must be there exactly once.</summary>
    public SpecText Replace(string old, string replacement)
    {
        var found = Text.Split(old).Length - 1;
        Assert.True(found == 1, $"{File} has {found} times, not once: {old}");
        return this with { Text = Text.Replace(old, replacement, StringComparison.Ordinal) };
    }

    private static SpecText Shipped(string path) => new(
        Path.GetFileName(path),
        System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "spec", path)).ReplaceLineEndings("\n"));
}
