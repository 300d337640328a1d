using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Pipeline;

/// <summary>Which artefacts are emitted where.</summary>
public sealed class ArtefactTests
{
    private const string Models = "ConstraintViolation Errors Models Validators ValueTypes";
    private const string Behaviour = "Model Snapshot State Trace";
    private const string Json = "Json JsonCodecs JsonConverters JsonErrors JsonTokens";

    [Theory]
    [InlineData("Models", Models)]
    [InlineData("models; service", Models + " Service")]
    [InlineData("Service", Models + " Service")]
    [InlineData("Behaviour", Models + " " + Behaviour)]
    [InlineData("Reference", Models + " Service " + Behaviour + " InMemory")]
    [InlineData("Json", Models + " " + Json)]
    [InlineData("HttpClient", Models + " " + Json + " Service HttpClient")]
    [InlineData("HttpServer", Models + " " + Json + " Service OpenApi")]
    [InlineData("OpenApi", Models + " OpenApi")]
    [InlineData("", Models + " " + Json + " Service " + Behaviour + " InMemory HttpClient OpenApi")]
    [InlineData(null, Models + " " + Json + " Service " + Behaviour + " InMemory HttpClient OpenApi")]
    public void Emit_chooses(string? emit, string expected)
    {
        var run = GeneratorRun.Of(SpecText.Lamps, emit: emit);
        Assert.Empty(run.Diagnostics);
        run.AssertCompiles();
        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), run.Artefacts);
    }

    [Fact]
    public void The_suite_is_emitted_where_its_engine_is()
    {
        var without = GeneratorRun.Of(SpecText.Lamps).Artefacts;
        var withEngine = GeneratorRun.Of([new SpecInput(SpecText.Lamps.Text)], Consumer.With(null, ConformanceEngine.Alone));
        var withRunner = GeneratorRun.Of([new SpecInput(SpecText.Lamps.Text)], Consumer.With(null, ConformanceEngine.WithRunner));

        withEngine.AssertCompiles();
        withRunner.AssertCompiles();
        Assert.Equal(["Backend", "Mutants", "SpecInfo", "SpecLines", "Suite", "Values"], withEngine.Artefacts.Except(without));
        Assert.Equal(["Conformance"], withRunner.Artefacts.Except(withEngine.Artefacts));
    }

    [Fact]
    public void The_server_is_emitted_where_ASP_NET_Core_is()
    {
        var without = GeneratorRun.Of(SpecText.Lamps).Artefacts;
        var with = GeneratorRun.Of([new SpecInput(SpecText.Lamps.Text)], Consumer.With(null, AspNetCore.References));
        var chosen = GeneratorRun.Of([new SpecInput(SpecText.Lamps.Text, Emit: "HttpServer")], Consumer.With(null, AspNetCore.References));

        with.AssertCompiles();
        chosen.AssertCompiles();
        Assert.Equal(["HttpServer", "OpenApiServer"], with.Artefacts.Except(without));
        Assert.Equal((Models + " " + Json + " Service HttpServer OpenApi OpenApiServer").Split(' ').Order(StringComparer.Ordinal), chosen.Artefacts);
    }

    [Theory]
    [InlineData("SigV4", "SigV4")]
    [InlineData("HttpClient", "SigV4 SigV4Handler")]
    [InlineData("HttpServer", "SigV4 SigV4Verifier")]
    [InlineData(null, "SigV4 SigV4Handler SigV4Verifier")]
    public void Signatures_are_emitted_where_the_spec_has_a_name_for_them(string? emit, string expected)
    {
        var spec = SpecText.Lamps.With("timestamps: seconds\n", "timestamps: seconds\nsigningName: lamps-data\n").With("times: { shape: Count, default: 1 }", "times: { shape: Count, default: 1, in: header }");
        var without = GeneratorRun.Of([new SpecInput(SpecText.Lamps.Text, Emit: emit)], Consumer.With(null, AspNetCore.References));
        var with = GeneratorRun.Of([new SpecInput(spec.Text, Emit: emit)], Consumer.With(null, AspNetCore.References));

        with.AssertCompiles();
        Assert.Equal(expected.Split(' '), with.Artefacts.Except(without.Artefacts));
    }

    [Fact]
    public void A_host_uses_the_signatures_of_the_client_that_it_refers_to()
    {
        var text = SpecText.Lamps.With("timestamps: seconds\n", "timestamps: seconds\nsigningName: lamps-data\n").Text;
        var client = GeneratorRun.Of([new SpecInput(text)]).Output.ToReference();
        var host = GeneratorRun.Of([new SpecInput(text, Emit: "HttpServer")], Consumer.With(null, [client, .. AspNetCore.References]).WithAssemblyName("Host"));

        host.AssertCompiles();
        Assert.Equal(["HttpServer", "OpenApiServer", "SigV4Verifier"], host.Artefacts);
    }

    [Fact]
    public void What_a_referenced_project_has_is_not_emitted_again()
    {
        var product = GeneratorRun.Of(SpecText.Lamps).Output.ToReference();

        var tests = GeneratorRun.Of([new SpecInput(SpecText.Lamps.Text)], Consumer.With(null, [product, .. ConformanceEngine.WithRunner]).WithAssemblyName("Tests"));

        tests.AssertCompiles();
        Assert.Equal(["Backend", "Conformance", "Mutants", "SpecInfo", "SpecLines", "Suite", "Values"], tests.Artefacts);
    }

    [Fact]
    public void What_a_referenced_project_left_out_is_added()
    {
        var product = GeneratorRun.Of(SpecText.Lamps, emit: "Service").Output.ToReference();

        var next = GeneratorRun.Of([new SpecInput(SpecText.Lamps.Text)], Consumer.With(null, product).WithAssemblyName("Next"));

        next.AssertCompiles();
        Assert.Equal((Behaviour + " " + Json + " InMemory HttpClient OpenApi").Split(' ').Order(StringComparer.Ordinal), next.Artefacts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("false")]
    public void A_file_that_is_not_marked_is_no_spec(string? mark)
    {
        var run = GeneratorRun.Of([new SpecInput("what: ever", "/settings.yaml", JobsSpec: mark)]);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Two_specs_can_live_in_one_project()
    {
        var run = GeneratorRun.Of([new SpecInput(SpecText.Lamps.Text), new SpecInput(Repository.JobsSpec, "/specs/2017-11-29.jobs.yaml")]);
        Assert.Empty(run.Diagnostics);
        run.AssertCompiles();
        Assert.Contains("House.Lamps.Models.g.cs", run.Sources.Keys);
        Assert.Contains("IotJobsData.JobsDataPlane.Models.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void A_mistake_in_one_spec_leaves_the_other_alone()
    {
        var run = GeneratorRun.Of([new SpecInput(SpecText.Lamps.With("language: 1\n", "").Text), new SpecInput(Repository.JobsSpec, "/specs/2017-11-29.jobs.yaml")]);
        Assert.Equal("/specs/lamps.jobs.yaml", Assert.Single(run.Diagnostics).Location.GetLineSpan().Path);
        Assert.All(run.Sources.Keys, name => Assert.StartsWith("IotJobsData.", name, StringComparison.Ordinal));
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("Lamps", "House")]
    [InlineData("LAMPS", "House")]
    [InlineData("Lights", "House")]
    [InlineData("LAMPS", "HOUSE")]
    public void Two_specs_of_one_namespace_are_refused(string service, string name)
    {
        var second = SpecText.Lamps.With("service: Lamps", "service: " + service).With("namespace: House", $"namespace: [|{name}|]");
        var run = GeneratorRun.Of([new SpecInput(SpecText.Lamps.Text), new SpecInput(second.Text, "/specs/other.jobs.yaml")]);

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("JSG1005", diagnostic.Id);
        Assert.Equal("/specs/other.jobs.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(second.Place, diagnostic.Location.GetLineSpan().Span);
        Assert.Equal($"'{name}' and the namespace of 'lamps.jobs.yaml' would both become 'House' in C#; rename one", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("")]
    [InlineData("just a text")]
    [InlineData("- a list")]
    [InlineData("language: 1")]
    [InlineData("a: [")]
    [InlineData("a: &x 1")]
    [InlineData("shapes: { A: { type: structure } }")]
    public void A_spec_that_cannot_be_read_emits_nothing(string text)
    {
        var run = GeneratorRun.Of(SpecText.Of(text));
        Assert.NotEmpty(run.Diagnostics);
        Assert.Empty(run.Sources);
    }
}
