using System.Text;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>What the client makes of answers: what AWS clients were recorded to make of them, typed.</summary>
public class ClientAnswerTests
{
    private const string Message = """{"message":"m"}""";

    [Theory]
    [InlineData(404, "ResourceNotFoundException", Message, typeof(ResourceNotFoundException), "m")]
    [InlineData(404, "ResourceNotFoundException:http://internal.amazon.com/coral/com.amazonaws.iot.jobs/", Message, typeof(ResourceNotFoundException), "m")]
    [InlineData(404, null, """{"__type":"ResourceNotFoundException","message":"m"}""", typeof(ResourceNotFoundException), "m")]
    [InlineData(404, null, """{"__type":"com.amazonaws.iotjobsdataplane#ResourceNotFoundException","message":"m"}""", typeof(ResourceNotFoundException), "m")]
    [InlineData(404, null, """{"code":"ResourceNotFoundException","message":"m"}""", typeof(ResourceNotFoundException), "m")]
    [InlineData(404, "ResourceNotFoundException", """{"Message":"capital"}""", typeof(ResourceNotFoundException), "capital")]
    [InlineData(404, "ResourceNotFoundException", "", typeof(ResourceNotFoundException), "ResourceNotFoundException")]
    [InlineData(404, "ResourceNotFoundException", "{}", typeof(ResourceNotFoundException), "ResourceNotFoundException")]
    [InlineData(404, "ResourceNotFoundException", "<html>", typeof(ResourceNotFoundException), "ResourceNotFoundException")]
    [InlineData(404, "ResourceNotFoundException", """{"__type":"InvalidRequestException","message":"m"}""", typeof(ResourceNotFoundException), "m")]
    [InlineData(400, "ResourceNotFoundException", Message, typeof(ResourceNotFoundException), "m")]
    [InlineData(400, "InvalidRequestException", Message, typeof(InvalidRequestException), "m")]
    [InlineData(410, "TerminalStateException", Message, typeof(TerminalStateException), "m")]
    [InlineData(409, "InvalidStateTransitionException", Message, typeof(InvalidStateTransitionException), "m")]
    [InlineData(409, "InvalidStateTransitionException", """{"message":"m","code":"VersionMismatchException"}""", typeof(VersionMismatchException), "m")]
    [InlineData(409, "VersionMismatchException", Message, typeof(VersionMismatchException), "m")]
    public async Task An_error_of_the_spec_is_its_exception(int status, string? type, string body, Type expected, string message)
    {
        var error = await ErrorAsync(status, type, body);
        Assert.Equal((expected, status, message), (error.GetType(), error.HttpStatus, error.Message));
    }

    [Theory]
    [InlineData(404, null, "", null, "404")]
    [InlineData(404, null, "not found", null, "404")]
    [InlineData(404, null, Message, null, "404")]
    [InlineData(404, null, "[1]", null, "404")]
    [InlineData(404, null, """{"message":3""", null, "404")]
    [InlineData(409, "VersionConflictException", Message, "VersionConflictException", "VersionConflictException")]
    [InlineData(500, "com.amazonaws#InternalFailureException:", "<html>500</html>", "InternalFailureException", "InternalFailureException")]
    [InlineData(418, "TeapotException", """{"message":"teapot","extra":1}""", "TeapotException", "TeapotException")]
    [InlineData(304, null, "", null, "304")]
    [InlineData(409, "InvalidStateTransitionException", """{"executionState":3}""", "InvalidStateTransitionException", "InvalidStateTransitionException")]
    public async Task Any_other_error_is_told_as_it_came(int status, string? type, string body, string? errorType, string code)
    {
        var error = Assert.IsType<JobsDataPlaneHttpException>(await ErrorAsync(status, type, body));
        Assert.Equal((status, errorType, code, body), (error.HttpStatus, error.ErrorType, error.Code, error.Body));
    }

    [Fact]
    public async Task Data_of_an_error_comes_along()
    {
        var error = Assert.IsType<InvalidStateTransitionException>(await ErrorAsync(409, "InvalidStateTransitionException", """{"executionState":{"status":"FAILED","versionNumber":4,"new":1},"message":"m"}"""));
        Assert.Equal(new() { Status = JobExecutionStatus.Failed, VersionNumber = 4 }, error.ExecutionState);
    }

    [Theory]
    [InlineData("{\"execution\":{\"jobId\":\"j\"")]
    [InlineData("[]")]
    [InlineData("{\"execution\":\"hello\"}")]
    [InlineData("<html>")]
    public async Task A_success_that_cannot_be_read_is_told_as_it_came(string body)
    {
        var error = Assert.IsType<JobsDataPlaneHttpException>(await ErrorAsync(200, null, body));
        Assert.Equal((200, body, true), (error.HttpStatus, error.Body, error.InnerException is System.Text.Json.JsonException));
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(204, "")]
    [InlineData(202, "{}")]
    [InlineData(200, "{\"execution\":null,\"new\":[{}]}")]
    public async Task An_answer_without_an_execution_has_none(int status, string body)
    {
        var (client, _) = Recorder.Jobs(new(status, body: body));
        Assert.Null((await client.DescribeJobExecutionAsync(new() { ThingName = "t", JobId = "j" }, TestContext.Current.CancellationToken)).Execution);
    }

    /// <summary>Labelled, because the name of a test would else hold half a character, which no report in XML can.</summary>
    public static IEnumerable<TheoryDataRow<JobsDataPlaneException>> Errors =>
    [
        new(new InvalidRequestException("no")) { Label = "a message" },
        new(new ResourceNotFoundException("no \uD83D")) { Label = "half a character" },
        new(new TerminalStateException("\"no\"\n")) { Label = "quotes and a line break" },
        new(new InvalidStateTransitionException("no") { ExecutionState = new() { Status = JobExecutionStatus.Failed, VersionNumber = 3 } }) { Label = "a state" },
        new(new VersionMismatchException("no") { ExecutionState = new() { Status = JobExecutionStatus.Queued, VersionNumber = 1 } }) { Label = "a code and a state" },
        new(new VersionMismatchException("no")) { Label = "a code" },
    ];

    [Theory]
    [MemberData(nameof(Errors), DisableDiscoveryEnumeration = true)]
    public void What_goes_out_comes_back(JobsDataPlaneException error)
    {
        var json = JobsDataPlaneJson.SerializeErrorToUtf8Bytes(error);
        var back = JobsDataPlaneJson.ReadError(error.HttpStatus, error.WireName, json);
        Assert.Equal((error.GetType(), error.HttpStatus, error.Message.Replace('\uD83D', '\uFFFD')), (back.GetType(), back.HttpStatus, back.Message));
        Assert.Equal((error as VersionMismatchException)?.ExecutionState, (back as VersionMismatchException)?.ExecutionState);
        Assert.Equal((error as InvalidStateTransitionException)?.ExecutionState, (back as InvalidStateTransitionException)?.ExecutionState);
        Assert.Equal(error is VersionMismatchException, Encoding.UTF8.GetString(json).Contains("\"code\":", StringComparison.Ordinal));
    }

    private static async Task<JobsDataPlaneException> ErrorAsync(int status, string? type, string body)
    {
        var (client, _) = Recorder.Jobs(new(status, type, body));
        return await Assert.ThrowsAnyAsync<JobsDataPlaneException>(async () => await client.DescribeJobExecutionAsync(new() { ThingName = "t", JobId = "j" }, TestContext.Current.CancellationToken));
    }
}
