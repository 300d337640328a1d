namespace JobsSpecGen.Conformance.Tests.Wire;

/// <summary>A program of the tester's that arranges situations: what it is told, and what its answers mean.</summary>
public sealed class CommandEnvironmentTests : IDisposable
{
    private readonly string _lines = Path.GetTempFileName();

    [Fact]
    public async Task It_is_started_once_and_gets_a_line_for_each_action()
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
    public async Task A_refusal_has_the_name_of_its_error()
    {
        await using var environment = Answering("{\"error\":\"TicketNotFoundException\"}");
        Assert.Equal("TicketNotFoundException", Assert.IsType<CallOutcome.Refused>(await ActAsync(environment)).Error);
    }

    [Fact]
    public async Task What_cannot_be_done_has_its_reason()
    {
        await using var environment = Answering("{\"unsupported\":\"no clerk\"}");
        Assert.Equal("no clerk", (await Assert.ThrowsAsync<NotSupportedException>(() => ActAsync(environment))).Message);
    }

    [Theory]
    [InlineData("done", "not a JSON object on one line")]
    [InlineData("[]", "not a JSON object on one line")]
    public async Task Another_answer_is_the_programs_mistake(string answer, string says)
    {
        await using var environment = Answering(answer);
        Assert.Contains(says, (await Assert.ThrowsAsync<InvalidOperationException>(() => ActAsync(environment))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_ends_is_told()
    {
        await using var environment = new CommandEnvironment("read -r line");
        Assert.Contains("exited without a response", (await Assert.ThrowsAsync<InvalidOperationException>(() => ActAsync(environment))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_lines);

    private static Task<CallOutcome> ActAsync(CommandEnvironment environment) =>
        environment.ActAsync(new("Open", new([])), TestContext.Current.CancellationToken).AsTask();

    private CommandEnvironment Answering(string answer) =>
        new($"echo started > '{_lines}'; while IFS= read -r line; do printf '%s\\n' \"$line\" >> '{_lines}'; echo '{answer}'; done");
}
