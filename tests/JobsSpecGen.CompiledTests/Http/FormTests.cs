using JobsSpecGen.CompiledTests.Harness;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>Requests of forms that the shipped specs do not have: members in fixed texts of the query, numbers within texts, members in two places.</summary>
public class FormTests
{
    private static readonly Lazy<CompiledSpec> s_desk = new(() => CompiledSpec.From(SpecText.Lending
        .Replace(
            "http: { method: POST, path: \"/branches/{branchName}/copies\" }",
            """http: { method: POST, path: /copies, query: { copy: "no {copyId}" }, body: { at: { branch: "{branchName}" }, books: [{ "ti\"tle": "{title}", copy: "{copyId}" }], kind: "{{new}}" }, answer: { all: ["{copyId} ({title}) at {place}"] }, given: { place: "the \"desk\"" } }""")
        .Replace(
            "http: { method: PUT, path: \"/branches/{branchName}/loan-limit\" }",
            """http: { method: PUT, path: "/limits/{place}/{branchName}", query: { n: "{loanLimit}" }, body: "limit {loanLimit} of {branchName}", answer: { limit: "{loanLimit}", of: "{branchName}" }, given: { place: desk } }""")
        .Replace(
            "http: { method: DELETE, path: \"/branches/{branchName}/copies/{copyId}\" }",
            """http: { method: POST, path: "/branches/{branchName}/lost", answer: { lost: "{copyId}", where: "{branchName}" } }""")));

    [Theory]
    [InlineData("""{"at":{"branch":"north"},"books":[{"ti\"tle":"Emma"}],"kind":"{new}"}""", "$.books[0].copy: expected a value, found nothing")]
    [InlineData("""{"at":{"branch":"north"},"books":[{"ti\"tle":"Emma","copy":"C-2"}],"kind":"{new}"}""", "'copyId' is \"C-2\" in $.books[0].copy, and \"C-1\" in copy")]
    [InlineData("""{"at":{"branch":"north"},"books":[{"ti\"tle":"Emma","copy":"C-1"}],"kind":"{old}"}""", "$.kind: expected '{{new}}', found \"{old}\"")]
    [InlineData("""{"at":{"branch":"north"},"books":[{"ti\"tle":"Emma","copy":"C-1"}]}""", "$.kind: expected '{{new}}', found nothing")]
    [InlineData("""{"at":"north","books":[{"ti\"tle":"Emma","copy":"C-1"}],"kind":"{new}"}""", "$.at: expected an object, found \"north\"")]
    [InlineData("""{"books":[{"ti\"tle":"Emma","copy":"C-1"}],"kind":"{new}"}""", "$.at.branch: expected a value, found nothing")]
    [InlineData("""{"at":{"branch":"north"},"books":[{"ti\"tle":{"a":1},"copy":"C-1"}],"kind":"{new}"}""", "$.books[0].ti\"tle: expected a string, found an object")]
    public async Task Places_are_those_of_the_request(string body, string message)
    {
        await using var host = await HttpHost.StartAsync(s_desk.Value.Map);
        await RefusedAsync(host, "POST", "/copies?copy=no%20C-1", body, message);
    }

    [Fact]
    public async Task Members_are_found_wherever_they_stand()
    {
        await using var host = await HttpHost.StartAsync(s_desk.Value.Map);
        Assert.Equal((200, """{"all":["C-1 (E\u00E9 \u0022) at the \u0022desk\u0022"]}"""), await AnswerAsync(host, "POST", "/copies?copy=no+C-1", """{"at":{"branch":"north","floor":2},"books":[{"ti\"tle":"E\u00e9 \"","copy":"C\u002d1"}],"kind":"{new}"}"""));
        var stored = System.Text.Json.Nodes.JsonNode.Parse((await host.SendAsync("GET", "/branches/north/copies/C-1")).Body)!["copy"]!;
        Assert.Equal("E\u00E9 \"", stored["title"]!.GetValue<string>());
        await RefusedAsync(host, "POST", "/copies?copy=C-1", """{"at":{"branch":"north"},"books":[{"ti\"tle":"Emma","copy":"C-1"}],"kind":"{new}"}""", "copy: expected 'no {copyId}', found 'C-1'");
        await RefusedAsync(host, "POST", "/copies", """{"at":{"branch":"north"},"books":[{"ti\"tle":"Emma","copy":"C-1"}],"kind":"{new}"}""", "copy: expected 'no {copyId}', found nothing");
    }

    [Fact]
    public async Task A_number_within_a_text_is_a_number()
    {
        await using var host = await HttpHost.StartAsync(s_desk.Value.Map);
        Assert.Equal((200, """{"limit":2,"of":"north"}"""), await AnswerAsync(host, "PUT", "/limits/anywhere/north?n=2", "\"limit 2 of north\""));
        await RefusedAsync(host, "PUT", "/limits/desk/north?n=2", "\"limit 3 of north\"", "'loanLimit' is 2 in n, and 3 in $");
        await RefusedAsync(host, "PUT", "/limits/desk/north?n=2", "\"limit 2 of south\"", "'branchName' is \"north\" in the path, and \"south\" in $");
        await RefusedAsync(host, "PUT", "/limits/desk/north?n=x", "\"limit x of north\"", "n: expected a number, found a string");
        await RefusedAsync(host, "PUT", "/limits/desk/north?n=9", "\"limit 9 of north\"", "loanLimit: expected value 1 to 5, found 9");
        await RefusedAsync(host, "PUT", "/limits/desk/north?n=2", "\"2 of north\"", "$: expected 'limit {loanLimit} of {branchName}', found \"2 of north\"");
    }

    [Fact]
    public async Task A_body_without_a_form_can_be_answered_with_one()
    {
        await using var host = await HttpHost.StartAsync(s_desk.Value.Map);
        await host.SendAsync("POST", "/copies?copy=no%20C-1", """{"at":{"branch":"north"},"books":[{"ti\"tle":"Emma","copy":"C-1"}],"kind":"{new}"}""");
        Assert.Equal((200, """{"lost":"C-1","where":"north"}"""), await AnswerAsync(host, "POST", "/branches/north/lost", """{"copyId":"C-1"}"""));
        Assert.Contains("\"status\":\"LOST\"", (await host.SendAsync("GET", "/branches/north/copies/C-1")).Body, StringComparison.Ordinal);
        await RefusedAsync(host, "POST", "/branches/north/lost", "{}", "$.copyId: expected a value, found nothing");
    }

    private static async Task<(int Status, string Body)> AnswerAsync(HttpHost host, string method, string target, string body)
    {
        var answer = await host.SendAsync(method, target, body);
        return (answer.Status, answer.Body);
    }

    private static async Task RefusedAsync(HttpHost host, string method, string target, string body, string message)
    {
        var (status, type, answer) = await host.SendAsync(method, target, body);
        Assert.Equal((400, "InvalidRequestException"), (status, type));
        Assert.Contains(message, System.Text.Json.Nodes.JsonNode.Parse(answer)!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
