using System.Xml.Linq;

namespace JobsSpecGen.Tests.Layers;

/// <summary>The check of layers finds what it is for, in small projects in memory.</summary>
public sealed class LayerCheckTests
{
    private const string Lower = "namespace Small.Low;\n\ninternal static class Lower\n{\n    public static int Value => 1;\n}\n";
    private const string Upper = "namespace Small.High;\n\ninternal static class Upper\n{\n    public static int Value => Low.Lower.Value;\n}\n";

    private static readonly LayeredProject s_small = new("Small", "Small", [new("Low", "The lower folder."), new("High", "The upper folder.")]);

    [Fact]
    public void Uses_of_lower_layers_are_fine() => Assert.Empty(Violations());

    [Theory]
    [InlineData("public static int Value => High.Upper.Value;", "Upper", "Upper.Value")]
    [InlineData("public static object Value => typeof(High.Upper);", "Upper")]
    [InlineData("public static High.Other? Value => new();", "Other", "Other")]
    [InlineData("public static int Value => High.Extensions.Make()[1];", "Extensions", "Extensions.Make", "Other.this[]")]
    [InlineData("public static string Value => nameof(High.Upper);", "Upper")]
    public void An_upward_use_is_found_at_its_line(string member, params string[] names)
    {
        var other = "namespace Small.High;\n\ninternal class Other\n{\n    public int this[int index] => index;\n}\n\ninternal static class Extensions\n{\n    public static Other Make() => new();\n}\n";
        Assert.Equal(
            names.Select(name => $"src/Small/Low/Lower.cs:5: 'Low' uses '{name}' of 'High', which is a higher layer."),
            Violations(("Low/Lower.cs", Lower.Replace("public static int Value => 1;", member)), ("High/Upper.cs", "namespace Small.High;\n\ninternal static class Upper\n{\n    public static int Value => 2;\n}\n"), ("High/Other.cs", other)).Order(StringComparer.Ordinal).OrderBy(v => v.IndexOf("this[]", StringComparison.Ordinal)));
    }

    [Fact]
    public void Folders_that_use_each_other_are_counted()
    {
        var check = Check(("Low/Lower.cs", Lower.Replace("=> 1", "=> High.Upper.Value")), ("High/Upper.cs", Upper));
        Assert.Equal([("High", "Low")], check.MutualPairs);
        Assert.All(check.Violations, violation => Assert.Equal("src/Small/Low/Lower.cs:5: 'Low' uses 'Upper", violation[..43]));
        Assert.All(check.Violations, violation => Assert.EndsWith("which is a higher layer and also uses it: the two folders use each other.", violation));
        Assert.Equal(2, check.Violations.Count);
    }

    /// <summary>A type that cannot be resolved would hide the use of it.</summary>
    [Fact]
    public void A_compile_error_is_a_violation() =>
        Assert.StartsWith("src/Small/Low/Lower.cs(5,32): error CS0103:", Assert.Single(Violations(("Low/Lower.cs", Lower.Replace("=> 1", "=> Unknown.Value")), ("High/Upper.cs", Upper))));

    [Fact]
    public void A_folder_must_be_in_the_table() => Assert.Equal(
        ["src/Small/New: this folder is missing in the table of layers. Add it where it belongs."],
        Violations(("Low/Lower.cs", Lower), ("High/Upper.cs", Upper), ("New/New.cs", "namespace Small.New;\n\ninternal static class New;\n")));

    [Fact]
    public void An_entry_of_the_table_must_have_a_folder() => Assert.Equal(
        ["src/Small/High: this entry in the table of layers has no folder with sources. Remove it."],
        Violations(("Low/Lower.cs", Lower)));

    [Fact]
    public void A_namespace_follows_its_folder() => Assert.Equal(
        ["src/Small/High/Upper.cs:3: 'Upper' is in the namespace 'Small.Top'; its folder needs 'Small.High'."],
        Violations(("Low/Lower.cs", Lower), ("High/Upper.cs", Upper.Replace("Small.High", "Small.Top"))));

    [Fact]
    public void The_project_file_opens_no_folder_to_all_files()
    {
        var project = "<Project>\n  <ItemGroup>\n    <Using Include=\"System.Text\" />\n    <Using Include=\"Small.Low\" />\n  </ItemGroup>\n</Project>";
        Assert.Equal(
            ["src/Small/Small.csproj:4: <Using Include=\"Small.Low\"> opens a folder to all files. Write using directives in the files that need it."],
            Check(project, ("Low/Lower.cs", Lower), ("High/Upper.cs", Upper)).Violations);
    }

    private static IReadOnlyList<string> Violations() => Violations(("Low/Lower.cs", Lower), ("High/Upper.cs", Upper));

    private static IReadOnlyList<string> Violations(params (string Path, string Text)[] files) => Check(files).Violations;

    private static LayerCheck Check(params (string Path, string Text)[] files) => Check("<Project />", files);

    private static LayerCheck Check(string project, params (string Path, string Text)[] files) =>
        LayerCheck.Of(s_small, new(XDocument.Parse(project, LoadOptions.SetLineInfo), files.ToDictionary(file => file.Path, file => file.Text)));
}
