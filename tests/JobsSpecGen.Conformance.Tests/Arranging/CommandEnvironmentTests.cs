namespace JobsSpecGen.Conformance.Tests.Arranging;

/// <summary>Environment actions by a program: its input lines, and the interpretation of its output lines.</summary>
public sealed class CommandEnvironmentTests : IDisposable
{
    private readonly string _lines = Path.GetTempFileName();

    [Fact]
    public async Task Program_is_started_once_and_gets_a_line_for_each_action()
    {
        await using var environment = Answering("{}");
        var call = new SpecCall("Open", new([new("ticketId", SpecValue.Of("é\"1\n")), new("count", SpecValue.Of(2L))]));
        for (var i = 0; i < 2; i++)
        {
            Assert.IsType<CallOutcome.Answered>(await environment.ActAsync(call, TestContext.Current.CancellationToken));
        }

        var line = """{"action":"Open","request":{"count":2,"ticketId":"é\"1\n"}}""";
        Assert.Equal(["started", line, line], await File.ReadAllLinesAsync(_lines, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refusal_has_the_name_of_its_error()
    {
        await using var environment = Answering("{\"error\":\"TicketNotFoundException\"}");
        Assert.Equal("TicketNotFoundException", Assert.IsType<CallOutcome.Refused>(await ActAsync(environment)).Error);
    }

    [Fact]
    public async Task Unsupported_action_has_its_reason()
    {
        await using var environment = Answering("{\"unsupported\":\"no clerk\"}");
        Assert.Equal("no clerk", (await Assert.ThrowsAsync<NotSupportedException>(() => ActAsync(environment))).Message);
    }

    [Theory]
    [InlineData("done", "not a JSON object on one line")]
    [InlineData("[]", "not a JSON object on one line")]
    public async Task Invalid_output_of_the_program_is_an_error(string output, string message)
    {
        await using var environment = Answering(output);
        Assert.Contains(message, (await Assert.ThrowsAsync<InvalidOperationException>(() => ActAsync(environment))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_of_the_program_is_an_error()
    {
        await using var environment = new CommandEnvironment("read -r line");
        Assert.Contains("exited without a response", (await Assert.ThrowsAsync<InvalidOperationException>(() => ActAsync(environment))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_lines);

    private static Task<CallOutcome> ActAsync(CommandEnvironment environment) =>
        environment.ActAsync(new("Open", new([])), TestContext.Current.CancellationToken).AsTask();

    private CommandEnvironment Answering(string output) =>
        new($"echo started > '{_lines}'; while IFS= read -r line; do printf '%s\\n' \"$line\" >> '{_lines}'; echo '{output}'; done");
}
