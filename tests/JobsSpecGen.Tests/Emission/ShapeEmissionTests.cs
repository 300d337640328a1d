using System.Xml.Linq;

namespace JobsSpecGen.Tests.Emission;

public sealed class ShapeEmissionTests(EmittedShapesFixture emitted) : IClassFixture<EmittedShapesFixture>
{
    [Fact]
    public void A_strict_consumer_gets_no_warning()
    {
        Assert.Empty(emitted.Jobs.Diagnostics);
        Assert.Empty(emitted.Obstacles.Diagnostics);
    }

    [Fact]
    public void The_same_model_gives_the_same_text()
    {
        foreach (var (name, text) in EmittedShapes.Emit(SampleSpecs.Jobs))
        {
            Assert.Equal(emitted.Jobs.Sources[name].ToString(), text.ToString());
            Assert.DoesNotContain('\r', text.ToString());
        }
    }

    [Fact]
    public void Documentation_tells_constraint_unit_default_source_and_place()
    {
        var models = emitted.Jobs.Sources["Models"].ToString();
        Assert.Contains("Constraints: <c>length 1 to 128, pattern [a-zA-Z0-9:_-]+</c>. Source: model", models);
        Assert.Contains("In milliseconds since the epoch.", models);
        Assert.Contains("Absent means <c>QUEUED</c>.", models);
        Assert.Contains("// spec: operations.Start.input.thingName\n", models);
        Assert.Contains("// spec: environment.Poke.input\n", models);
        Assert.Contains("// spec: shapes.Item.jobId\n", models);
        Assert.Contains("/// <summary>Says its own.</summary>", models);
    }

    [Fact]
    public void Text_of_the_spec_stays_inside_comments_and_literals()
    {
        foreach (var text in emitted.Obstacles.Sources.Values)
        {
            foreach (var line in text.Lines.Select(line => line.ToString().TrimStart()).Where(line => line.StartsWith("/// <summary>", StringComparison.Ordinal)))
            {
                _ = XElement.Parse(line[4..]);
            }
        }

        Assert.Null(emitted.Obstacles.Assembly.GetExportedTypes().FirstOrDefault(type => type.Name == "X"));
    }

    [Fact]
    public void Shapes_without_constraints_have_no_validator()
    {
        var names = emitted.Obstacles.Assembly.GetExportedTypes().Select(type => type.Name).ToHashSet();
        Assert.DoesNotContain("FreeValidator", names);
        Assert.DoesNotContain("FlagsValidator", names);
        Assert.Contains("FreesValidator", names);
        Assert.Contains("NodesValidator", names);
        Assert.Contains("EmptyValidator", names);
    }

    [Fact]
    public void Names_on_the_wire_go_both_ways()
    {
        Assert.Equal("IN_PROGRESS", emitted.Jobs.Evaluate<string>("Status.InProgress.ToWireName()"));
        Assert.True(emitted.Jobs.Evaluate<bool>("StatusNames.TryParse(\"class\", out var s) && s == Status.Class"));
        Assert.False(emitted.Jobs.Evaluate<bool>("StatusNames.TryParse(\"in_progress\", out _) || StatusNames.TryParse(null, out _)"));
    }

    [Fact]
    public void The_interfaces_name_what_they_take_give_and_throw()
    {
        var service = emitted.Jobs.Sources["Service"].ToString();
        Assert.Contains("<exception cref=\"global::IotJobsData.InvalidRequestException\">The request is wrong.</exception>", service);
        Assert.True(emitted.Jobs.Evaluate<bool>(
            """
            typeof(IJobsDataPlane).GetMethod("StartAsync")!.ReturnType == typeof(System.Threading.Tasks.ValueTask<StartResponse>)
                && typeof(IJobsDataPlaneEnvironment).GetMethod("PokeAsync")!.ReturnType == typeof(System.Threading.Tasks.ValueTask)
            """));
    }
}
