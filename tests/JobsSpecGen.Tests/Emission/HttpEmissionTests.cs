using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Emission;

/// <summary>Clients and servers of members in every place, and of paths that ordinary specs do not have.</summary>
public sealed class HttpEmissionTests
{
    private const string Members = "      note: Note\n      times: { shape: Count, default: 1 }\n";

    [Theory]
    [InlineData("query", "")]
    [InlineData("query", ", required: true")]
    [InlineData("header", "")]
    [InlineData("header", ", required: true")]
    public void Every_kind_of_value_outside_of_the_body_compiles(string place, string required)
    {
        var members = string.Concat(new[] { "RoomName", "Note", "Count", "Flag", "Moment", "Power" }.Select((shape, i) => $"      {place}{i}: {{ shape: {shape}, in: {place}{required} }}\n"));
        Compiles(SpecText.Lamps.With(Members, Members + members).With(Scenario, required.Length == 0 ? Scenario : Scenario.Replace("lampId: a", $"lampId: a, {place}0: x, {place}1: x, {place}2: 1, {place}3: true, {place}4: 1, {place}5: DARK", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("PUT, path: \"/{lampId}/{lampId}/{roomName}\"")]
    [InlineData("PATCH, path: \"/{roomName}/~/$x/.../{lampId}\"")]
    [InlineData("DELETE, path: \"/{roomName}\"")]
    [InlineData("GET, path: \"/lamps\"")]
    public void Paths(string http) => Compiles(SpecText.Lamps.With("PUT, path: \"/rooms/{roomName}/lamps/{lampId}\"", http));

    [Fact]
    public void An_error_that_shares_names_with_what_every_error_has() => Compiles(SpecText.Lamps.With(
        "{ lamp: Lamp }",
        "{ lamp: { shape: Lamp, required: true }, message: { shape: Note, required: true }, code: { shape: Count, required: true }, moments: Labels, __type: Power, json: Flag, reader: Notes }")
        .With("{ error: LampBrokenException, clause: switch.broken,", "{ error: LampNotFoundException, clause: switch.broken,")
        .With("data: { lamp: { $from: lamp } }", "data: { lamp: { $from: lamp }, message: '''a''', code: lamp.switched }")
        .With("otherwise: LampBrokenException", "otherwise: LampNotFoundException")
        .With("errors: [InvalidRequestException, LampBrokenException]", "errors: [InvalidRequestException, LampNotFoundException]"));

    [Fact]
    public void Errors_of_one_name_on_the_wire() => Compiles(SpecText.Lamps
        .With("{ status: 404,", "{ status: 404, wireName: Conflict,")
        .With("LampBrokenException: { status: 409,", "LampBrokenException: { status: 409, wireName: Conflict,"));

    [Fact]
    public void A_path_with_a_mistake_is_told_once()
    {
        var run = GeneratorRun.Of([new SpecInput(SpecText.Lamps.With("\"/rooms/{roomName}/lamps\"", "rooms").Text)], Consumer.TestProject);
        Assert.Equal("JSG1010", Assert.Single(run.Diagnostics).Id);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("POST, path: \"/hooks\"")]
    [InlineData("DELETE, path: \"/{roomName}/{lampId}/{LampID}\", given: { LampID: x }")]
    [InlineData("POST, path: \"/hooks\", body: \"{whole}\", query: { room: \"{roomName}\", lamp: \"{lampId}\", n: \"{count}\", at: \"a {moment}\" }")]
    [InlineData("PUT, path: \"/{roomName}/hooks\", body: [{ l: \"{lampId}\", w: \"{whole}\", m: \"{moment}/{count}\", r: \"{roomName}\", f: \"\\\"{{}}\" }], answer: { all: [\"{lampId} in {city}\"], count: \"{whole}\" }, given: { city: \"\\\"\" }")]
    [InlineData("PUT, path: \"/{roomName}/{lampId}\", query: { m: \"{moment}\", c: \"{count}\", w: x }, answer: \"{lampId}\"")]
    [InlineData("PUT, path: \"/{roomName}/{city}\", answer: { city: \"{city}\" }, given: { city: Bath }")]
    public void Actions_of_every_form(string http)
    {
        const string says = "    says: Somebody hangs a lamp.\n";
        const string input = "lampId: { shape: LampId, required: true } }\n    errors: [InvalidRequestException, LampBrokenException]\n";
        var run = GeneratorRun.Of([new SpecInput(SpecText.Lamps
            .With(says, says + $"    http: {{ method: {http} }}\n")
            .With(input, "whole: { shape: Lamp, required: true }, count: { shape: Count, required: true }, moment: { shape: Moment, required: true }, " + input)
            .With("HangLamp: { roomName: hall, lampId: a }", "HangLamp: { roomName: hall, lampId: a, count: 1, moment: 1, whole: { lampId: a, power: DARK, switched: 1 } }").Text)], Consumer.TestProject);
        Assert.Empty(run.Diagnostics);
        Assert.Contains("HttpEnvironmentServer", run.Artefacts);
        run.AssertCompiles();
    }

    [Fact]
    public void Without_an_action_over_HTTP_there_is_no_server_for_actions() =>
        Assert.DoesNotContain("HttpEnvironmentServer", GeneratorRun.Of([new SpecInput(SpecText.Lamps.Text)], Consumer.TestProject).Artefacts);

    private const string Scenario = "when: { SwitchOn: { roomName: hall, lampId: a } }";

    private static void Compiles(SpecText spec)
    {
        var run = GeneratorRun.Of([new SpecInput(spec.Text)], Consumer.TestProject);
        Assert.Empty(run.Diagnostics);
        Assert.Contains("HttpServer", run.Artefacts);
        Assert.Contains("HttpClient", run.Artefacts);
        run.AssertCompiles();
    }
}
