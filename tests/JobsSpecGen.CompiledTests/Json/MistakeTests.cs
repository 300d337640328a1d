using System.Text;
using System.Text.Json;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Json;

/// <summary>What cannot be read: where it is, and what is said about it.</summary>
public sealed class MistakeTests
{
    private const string Whole = """ "jobId":"j","queuedAt":1,"lastUpdatedAt":2,"versionNumber":3,"executionNumber":4 """;
    private const string Range = "expected a whole number from -9223372036854775808 to 9223372036854775807, found ";
    private const string Statuses = "expected one of QUEUED, IN_PROGRESS, SUCCEEDED, FAILED, REJECTED, REMOVED, CANCELED, found ";

    [Theory]
    [InlineData("""{"executionState":{"status":"PAUSED"}}""", "$.executionState.status", Statuses + "'PAUSED'")]
    [InlineData("""{"executionState":{"status":"queued"}}""", "$.executionState.status", Statuses + "'queued'")]
    [InlineData("""{"executionState":{"status":"Q\u00DCEUED"}}""", "$.executionState.status", Statuses + "'QÜEUED'")]
    [InlineData("""{"executionState":{"status":0}}""", "$.executionState.status", Statuses + "a number")]
    [InlineData("""{"executionState":{"status":"ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ"}}""", "$.executionState.status", Statuses + "'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKL…'")]
    [InlineData("""{"executionState":{"versionNumber":"3"}}""", "$.executionState.versionNumber", "expected a number, found a string")]
    [InlineData("""{"executionState":{"versionNumber":true}}""", "$.executionState.versionNumber", "expected a number, found true")]
    [InlineData("""{"executionState":{"versionNumber":[]}}""", "$.executionState.versionNumber", "expected a number, found a list")]
    [InlineData("""{"executionState":{"versionNumber":7.5}}""", "$.executionState.versionNumber", Range + "7.5")]
    [InlineData("""{"executionState":{"versionNumber":1e-1}}""", "$.executionState.versionNumber", Range + "1e-1")]
    [InlineData("""{"executionState":{"versionNumber":1.0000000000000000000000000000000000001}}""", "$.executionState.versionNumber", Range + "1.0000000000000000000000000000000000001")]
    [InlineData("""{"executionState":{"versionNumber":9223372036854775808}}""", "$.executionState.versionNumber", Range + "9223372036854775808")]
    [InlineData("""{"executionState":{"versionNumber":-9223372036854775809}}""", "$.executionState.versionNumber", Range + "-9223372036854775809")]
    [InlineData("""{"executionState":{"versionNumber":-9223372036854775808.5}}""", "$.executionState.versionNumber", Range + "-9223372036854775808.5")]
    [InlineData("""{"executionState":{"versionNumber":18446744073709551616}}""", "$.executionState.versionNumber", Range + "18446744073709551616")]
    [InlineData("""{"executionState":{"versionNumber":1e19}}""", "$.executionState.versionNumber", Range + "1e19")]
    [InlineData("""{"executionState":{"versionNumber":1e99999999999999999999}}""", "$.executionState.versionNumber", Range + "1e99999999999999999999")]
    [InlineData("""{"executionState":{"versionNumber":1e-99999999999999999999}}""", "$.executionState.versionNumber", Range + "1e-99999999999999999999")]
    [InlineData("""{"executionState":{"status":"QUEUED"}}""", "$.executionState", "'versionNumber' is required and missing or null")]
    [InlineData("""{"executionState":{"status":null,"versionNumber":null}}""", "$.executionState", "'status', 'versionNumber' are required and missing or null")]
    [InlineData("""{"executionState":"hello"}""", "$.executionState", "expected an object, found a string")]
    [InlineData("""{"executionState":[]}""", "$.executionState", "expected an object, found a list")]
    [InlineData("""{"executionState":{"statusDetails":{"step":1}}}""", "$.executionState.statusDetails.step", "expected a string, found a number")]
    [InlineData("""{"executionState":{"statusDetails":{"a'b\\":null}}}""", @"$.executionState.statusDetails['a\'b\\']", "expected a string, found null")]
    [InlineData("""{"executionState":{"statusDetails":{"":{}}}}""", "$.executionState.statusDetails['']", "expected a string, found an object")]
    [InlineData("""{"executionState":{"statusDetails":[]}}""", "$.executionState.statusDetails", "expected an object, found a list")]
    [InlineData("""{"executionState":{"statusDetails":{"a":"\ud800"}}}""", "$.executionState.statusDetails.a", "the text is no valid Unicode")]
    [InlineData("""{"executionState":{"statusDetails":{"\udc00":"a"}}}""", "$.executionState.statusDetails", "the text is no valid Unicode")]
    [InlineData("""{"jobDocument":{"op":"x"}}""", "$.jobDocument", "expected a string, found an object")]
    [InlineData("""{"jobDocument":false}""", "$.jobDocument", "expected a string, found false")]
    [InlineData("[]", "$", "expected an object, found a list")]
    [InlineData("null", "$", "expected an object, found null")]
    [InlineData("1", "$", "expected an object, found a number")]
    public void Is_told_with_its_place(string json, string path, string message)
    {
        var e = Assert.Throws<JsonException>(() => JobsDataPlaneJson.DeserializeUpdateJobExecutionResponse(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(path, e.Path);
        Assert.Equal(path + ": " + message, e.Message);
    }

    [Theory]
    [InlineData("""{"queuedJobs":[{__},{__},null]}""", "$.queuedJobs[2]", "expected an object, found null")]
    [InlineData("""{"queuedJobs":[{__},{"jobId":7}]}""", "$.queuedJobs[1].jobId", "expected a string, found a number")]
    [InlineData("""{"queuedJobs":{}}""", "$.queuedJobs", "expected a list, found an object")]
    [InlineData("""{"queuedJobs":[]}""", "$", "'inProgressJobs' is required and missing or null")]
    [InlineData("{}", "$", "'inProgressJobs', 'queuedJobs' are required and missing or null")]
    public void In_a_list_too(string json, string path, string message)
    {
        var e = Assert.Throws<JsonException>(() => JobsDataPlaneJson.DeserializeGetPendingJobExecutionsResponse(Encoding.UTF8.GetBytes(json.Replace("__", Whole, StringComparison.Ordinal))));
        Assert.Equal((path, path + ": " + message), (e.Path, e.Message));
    }

    [Theory]
    [InlineData("""{"includeJobDocument":1}""", "expected true or false, found a number")]
    [InlineData("""{"includeJobDocument":"true"}""", "expected true or false, found a string")]
    public void Truth_values_are_no_others(string json, string message)
    {
        var e = Assert.Throws<JsonException>(() => JobsDataPlaneJson.DeserializeUpdateJobExecutionRequest(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(("$.includeJobDocument", "$.includeJobDocument: " + message), (e.Path, e.Message));
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("\uFEFF{}", "$")]
    [InlineData("{} {}", "$")]
    [InlineData("{}]", "$")]
    [InlineData("{\"executionState\":{\"status\":\"QUEUED\",}}", "$.executionState.status")]
    [InlineData("{\"executionState\":{\"versionNumber\":01}}", "$.executionState.versionNumber")]
    [InlineData("{\"executionState\":/**/null}", "$.executionState")]
    [InlineData("{'executionState':null}", "$")]
    [InlineData("{\"executionState\":{\"versionNumber\":NaN}}", "$.executionState.versionNumber")]
    public void What_is_no_JSON_is_told_with_line_and_column_too(string json, string path)
    {
        var e = Assert.Throws<JsonException>(() => JobsDataPlaneJson.DeserializeUpdateJobExecutionResponse(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(path, e.Path);
        Assert.StartsWith(path + ": ", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, e.LineNumber);
        Assert.NotNull(e.BytePositionInLine);
        Assert.NotNull(e.InnerException);
    }

    [Fact]
    public void Text_that_is_no_UTF8_is_told()
    {
        byte[] json = [.. "{\"jobDocument\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        var e = Assert.Throws<JsonException>(() => JobsDataPlaneJson.DeserializeUpdateJobExecutionResponse(json));
        Assert.Equal("$.jobDocument", e.Path);
    }
}
