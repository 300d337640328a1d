using JobsSpecGen.Binding;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Emission.OpenApi;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using JobsSpecGen.Tests.Support;
using JobsSpecGen.Yaml;
using ReadDocument = Microsoft.OpenApi.OpenApiDocument;

namespace JobsSpecGen.Tests.Emission.OpenApi;

/// <summary>The OpenAPI document of a spec, as the reader that ASP.NET uses understands it.</summary>
public sealed class OpenApiTests
{
    private const string Members = "      note: Note\n      times: { shape: Count, default: 1 }\n";

    public static TheoryData<string> Specs => ["iot-jobs-data/2017-11-29", "lending-library/1", "register/1"];

    [Theory]
    [MemberData(nameof(Specs))]
    public void A_shipped_spec_is_described_in_full(string name) => Describes(Repository.Read("spec", name + ".jobs.yaml"));

    [Theory]
    [InlineData("query")]
    [InlineData("header")]
    public void Members_may_travel_anywhere(string place) => Describes(SpecText.Lamps.With(Members, Members + $"      flag: {{ shape: Flag, default: true, in: {place} }}\n      power: {{ shape: Power, in: {place} }}\n").Text);

    [Fact]
    public void A_body_that_is_closed_says_so() => Describes(SpecText.Lamps.With("timestamps: seconds\n", "timestamps: seconds\nunknownMembers: refused\n").Text);

    [Fact]
    public void An_error_may_have_the_members_of_every_error() => Describes(SpecText.Lamps
        .With("{ lamp: Lamp }", "{ lamp: Lamp, message: Note, code: Count }")
        .With("LampBrokenException: { status: 409,", "LampBrokenException: { status: 409, wireName: Conflict,").Text);

    [Fact]
    public void Errors_of_one_status_stand_together() => Describes(SpecText.Lamps.With("LampBrokenException: { status: 409,", "LampBrokenException: { status: 403,").Text);

    [Theory]
    [InlineData("a \\\"quoted\\\" title")]
    [InlineData("three \\\"\\\"\\\" quotes")]
    [InlineData("back\\\\slash \\\\u0041")]
    [InlineData("line\\nbreak, \\t tab, \\u2028 separator, \\u0085 next line, \\u0001 control")]
    [InlineData("\\u00e9 \\U0001F600 {braces} </script> -->")]
    public void Odd_characters_do_not_break_it(string title)
    {
        var yaml = SpecText.Lamps.With("title: Lamps of a house", $"title: \"{title}\"").With("says: Names a room.", $"says: \"{title}\"").Text;
        Describes(yaml);
        var run = GeneratorRun.Of([new SpecInput(yaml, Emit: "OpenApi")]);
        run.AssertCompiles();
    }

    [Fact]
    public void Paths_that_differ_by_the_names_of_parameters_are_one()
    {
        var model = Model(SpecText.Lamps.With("/rooms/{roomName}/lamps/{lampId}\"", "/rooms/{lampId}/lamps/{roomName}\"").With("/rooms/{roomName}/lamps\"", "/rooms/{roomName}\"").Text);
        var twins = model with { Operations = model.Operations.Select((operation, i) => operation.Http is null || i > 1 ? operation : operation with { Http = new(i == 0 ? "PUT" : "GET", i == 0 ? "/rooms/{lampId}" : "/rooms/{roomName}") }).ToEquatableArray() };
        var document = Read(twins);
        var path = Assert.Single(document.Paths, pair => pair.Key.StartsWith("/rooms/{", StringComparison.Ordinal));
        Assert.Equal(2, path.Value.Operations!.Count);
        Assert.All(path.Value.Operations.Values, operation => Assert.Contains(operation.Parameters!, parameter => path.Key == $"/rooms/{{{parameter.Name}}}"));
    }

    [Theory]
    [InlineData("\"\"\"")]
    [InlineData("é")]
    [InlineData("\r")]
    public void Only_JSON_of_ASCII_goes_into_a_literal(string text) => Assert.Throws<ArgumentException>(() => CSharpLiteral.OfJson(text));

    private static void Describes(string yaml)
    {
        var model = Model(yaml);
        Assert.Equal(SpecStatements.Of(model).Distinct().Order(StringComparer.Ordinal), DocumentStatements.Of(Read(model)).Distinct().Order(StringComparer.Ordinal));
    }

    private static ReadDocument Read(SpecModel model)
    {
        var (document, diagnostic) = ReadDocument.Parse(JsonDocumentText.Of(OpenApiDocument.Of(model)), "json");
        Assert.Empty(diagnostic!.Errors);
        Assert.Empty(diagnostic.Warnings);
        return document!;
    }

    private static SpecModel Model(string yaml)
    {
        var bound = SpecBinder.Bind(YamlReader.Read(yaml, TestContext.Current.CancellationToken).Root!, "test.jobs.yaml", new FindingList());
        Assert.Empty(bound.Findings);
        return bound.Model!;
    }
}
