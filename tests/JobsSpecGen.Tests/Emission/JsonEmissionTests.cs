using JobsSpecGen.Model;

namespace JobsSpecGen.Tests.Emission;

/// <summary>Codecs of shapes that ordinary specs do not have.</summary>
public sealed class JsonEmissionTests(EmittedShapesFixture emitted) : IClassFixture<EmittedShapesFixture>
{
    private const string Utf8 = "global::System.Text.Encoding.UTF8.";

    [Theory]
    [InlineData("""{"class":"a","event":"b","value":"c","scope":"d"}""", "System")]
    [InlineData("""{"class":"a","value":"c","scope":"d"}""", "System")]
    [InlineData("{}", "Empty")]
    [InlineData("""{"next":{"next":{},"children":[{},{"named":{}}],"named":{"":{},"a b":{"children":[]}}}}""", "Node")]
    public void What_is_read_is_written_again(string json, string type) =>
        Assert.Equal(json, emitted.Obstacles.Run<string>($"return {Utf8}GetString(OddJson.SerializeToUtf8Bytes(OddJson.Deserialize{type}({Bytes(json)})));"));

    [Fact]
    public void A_path_leads_through_lists_and_maps() =>
        Assert.Equal("$.children[1].named['a b'].next", PathOf("""{"children":[{},{"named":{"a b":{"next":7}}}]}"""));

    [Fact]
    public void An_empty_structure_skips_what_it_does_not_have() =>
        Assert.True(emitted.Obstacles.Evaluate<bool>($"OddJson.DeserializeEmpty({Bytes("""{"a":{"b":[1,{}]},"c":null}""")}) == new Empty()"));

    /// <summary>A stack that overflows cannot be caught, and takes the process with it.</summary>
    [Fact]
    public void Deeper_than_the_stack_is_refused_where_the_reader_would_go_on() => Assert.Contains(
        "nested too deep",
        emitted.Obstacles.Run<string>("""
            var json = global::System.Text.Encoding.UTF8.GetBytes(string.Concat(global::System.Linq.Enumerable.Repeat("{\"next\":", 200_000)));
            var message = "";
            var thread = new global::System.Threading.Thread(() =>
            {
                try
                {
                    var reader = new global::System.Text.Json.Utf8JsonReader(json, new global::System.Text.Json.JsonReaderOptions { MaxDepth = int.MaxValue });
                    OddJson.ReadNode(ref reader);
                }
                catch (global::System.Text.Json.JsonException e)
                {
                    message = e.Message;
                }
            }, 512 * 1024);
            thread.Start();
            thread.Join();
            return message;
            """));

    [Fact]
    public void Unknown_members_are_refused_where_the_spec_says_so()
    {
        var strict = new EmittedShapes(SampleSpecs.Jobs with { RefusesUnknownMembers = true });
        Assert.Empty(strict.Diagnostics);
        Assert.Equal(
            "$.item: there is no member 'jobid' here",
            strict.Run<string>(Catching("JobsDataPlaneJson.DeserializeStartResponse(" + Bytes("""{"item":{"jobid":"job-1"}}""") + ");", "e.Message")));
        Assert.Equal(
            "$: there is no member 'a' here",
            strict.Run<string>(Catching("JobsDataPlaneJson.DeserializePokeRequest(" + Bytes("""{"a":1}""") + ");", "e.Message")));
    }

    [Fact]
    public void Where_empty_and_absent_mean_the_same_either_is_read_and_one_is_written()
    {
        var answer = new EmittedShapes(SampleSpecs.Jobs with
        {
            Shapes = SampleSpecs.Jobs.Shapes.Select(shape => shape.Name != "StartResponse" ? shape : shape with
            {
                Members = SampleSpecs.List(
                    new Member("items", "Items", "Items", true) { AbsentIsEmpty = true },
                    new Member("details", "Details", "DetailsMap", false) { EmptyIsLeftOut = true }),
            }).ToEquatableArray(),
        });
        Assert.Empty(answer.Diagnostics);
        foreach (var json in new[] { "{}", """{"items":null,"details":{}}""", """{"details":null,"items":[]}""" })
        {
            Assert.Equal("""{"items":[]}""", answer.Run<string>($"return {Utf8}GetString(JobsDataPlaneJson.SerializeToUtf8Bytes(JobsDataPlaneJson.DeserializeStartResponse({Bytes(json)})));"));
        }
    }

    [Fact]
    public void Values_of_an_enumeration_may_be_words_of_the_language() =>
        Assert.True(emitted.Jobs.Evaluate<bool>($"JobsDataPlaneJson.DeserializeStatus({Bytes("\"class\"")}) == Status.Class"));

    private static string Bytes(string json) => Utf8 + "GetBytes(" + Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(json, quote: true) + ")";

    private string PathOf(string json) => emitted.Obstacles.Run<string>(Catching($"OddJson.DeserializeNode({Bytes(json)});", "e.Path"));

    private static string Catching(string statement, string result) =>
        $"try {{ {statement} return \"nothing was thrown\"; }} catch (global::System.Text.Json.JsonException e) {{ return {result}; }}";
}
