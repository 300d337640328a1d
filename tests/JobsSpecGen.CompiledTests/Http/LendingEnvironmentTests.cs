using LendingLibrary;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>Actions whose members travel under their own names, as those of operations do.</summary>
public class LendingEnvironmentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copies_are_bought_and_lost_and_limits_are_set()
    {
        var desk = new InMemoryLendingDesk();
        await using var host = await HttpHost.StartAsync(app => app.MapLendingDeskEnvironment(desk));
        Assert.Equal((200, null, "{}"), await host.SendAsync("POST", "/branches/north/copies", """{"copyId":"C-1","title":"Emma","price":3}"""));
        Assert.Equal((200, null, "{}"), await host.SendAsync("POST", "/branches/north/copies", """{"copyId":"C-2","title":"Persuasion"}"""));
        Assert.Equal((200, null, "{}"), await host.SendAsync("PUT", "/branches/north/loan-limit", """{"loanLimit":1e0}"""));
        await desk.BorrowCopyAsync(new() { BranchName = "north", CopyId = "C-1", MemberId = "M1" }, Stop);
        var limit = await Assert.ThrowsAsync<LoanLimitReachedException>(async () => await desk.BorrowCopyAsync(new() { BranchName = "north", CopyId = "C-2", MemberId = "M1" }, Stop));
        Assert.Equal(1, limit.LoanLimit);
        Assert.Equal((200, null, "{}"), await host.SendAsync("DELETE", "/branches/north/copies/C-1"));
        Assert.Equal(CopyStatus.Lost, (await desk.GetCopyAsync(new() { BranchName = "north", CopyId = "C-1" }, Stop)).Copy.Status);
    }

    [Theory]
    [InlineData("POST", "/branches/north/copies", """{"copyId":"C-1","title":5}""", 400, "InvalidRequestException", "$.title: expected a string, found a number")]
    [InlineData("POST", "/branches/north/copies", """{"copyId":"C-1","title":" "}""", 400, "InvalidRequestException", "title: expected pattern")]
    [InlineData("PUT", "/branches/north/loan-limit", "", 400, "InvalidRequestException", "$: 'loanLimit' is required and missing or null")]
    [InlineData("DELETE", "/branches/north/copies/C-9", null, 404, "CopyNotFoundException", "")]
    public async Task What_is_wrong_is_told_as_by_the_service(string method, string target, string? body, int expectedStatus, string expectedType, string message)
    {
        await using var host = await HttpHost.StartAsync(app => app.MapLendingDeskEnvironment(new InMemoryLendingDesk()));
        var (status, type, answer) = await host.SendAsync(method, target, body);
        Assert.Equal((expectedStatus, expectedType), (status, type));
        Assert.Contains(message, System.Text.Json.Nodes.JsonNode.Parse(answer)!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_does_what_the_host_does_not_let_them()
    {
        await using var host = await HttpHost.StartAsync(app => app.MapLendingDeskEnvironment(new InMemoryLendingDesk(), (_, branch) => new(branch == "south")));
        Assert.Equal(403, (await host.SendAsync("POST", "/branches/north/copies", "{")).Status);
        Assert.Equal(403, (await host.SendAsync("DELETE", "/branches/north/copies/C-1")).Status);
        Assert.Equal(200, (await host.SendAsync("POST", "/branches/south/copies", """{"copyId":"C-1","title":"Emma"}""")).Status);
    }
}
