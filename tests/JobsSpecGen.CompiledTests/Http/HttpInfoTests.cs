using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>What the engine is told about the wire.</summary>
public class HttpInfoTests
{
    private static SpecInfo Jobs => IotJobsData.JobsDataPlaneSuite.Instance.Spec;

    [Fact]
    public void An_operation_has_its_path_and_its_query()
    {
        var http = HttpOf("DescribeJobExecution");
        Assert.Equal(("GET", "/things/{thingName}/jobs/{jobId}", null), (http.Method, http.Path, http.Body));
        Assert.Equal(["includeJobDocument", "executionNumber"], http.QueryMembers);
        Assert.Empty(http.FixedQuery);
    }

    [Fact]
    public void An_action_has_its_template_and_what_is_given()
    {
        var http = HttpOf("CreateJobExecution");
        Assert.Equal(("PUT", "/jobs/{jobId}"), (http.Method, http.Path));
        Assert.Equal("""{"targets":["arn:aws:iot:{region}:{account}:thing/{thingName}"],"document":"{jobDocument}"}""", http.Body);
        Assert.Equal([new("account", "000000000000"), new("region", "us-east-1")], http.Given.OrderBy(given => given.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void An_action_has_what_is_fixed_in_its_query()
    {
        var http = HttpOf("DeleteJobExecution");
        Assert.Equal("/things/{thingName}/jobs/{jobId}/executionNumber/{executionNumber}", http.Path);
        Assert.Equal([new("force", "true")], http.FixedQuery);
        Assert.Null(http.Body);
        Assert.Equal(["force"], HttpOf("CancelJobExecution").QueryMembers);
    }

    [Fact]
    public void Errors_have_their_status_and_their_name()
    {
        Assert.Equal(
            [("InvalidRequestException", 400), ("ResourceNotFoundException", 404), ("TerminalStateException", 410), ("InvalidStateTransitionException", 409), ("InvalidStateTransitionException", 409)],
            Jobs.Errors.Select(error => (error.WireName, error.Status)));
        Assert.Equal("VersionMismatchException", Jobs.Errors[^1].Code);
    }

    [Fact]
    public void Every_rule_of_the_wire_is_a_clause()
    {
        Assert.Equal(Enum.GetValues<WireRule>(), Jobs.WireClauses.Keys.Order());
        Assert.Empty(Jobs.WireClauses.Values.Except(Jobs.Clauses.Select(clause => clause.Id)));
        Assert.Empty(Registers.RegisterSuite.Instance.Spec.WireClauses);
        Assert.False(Jobs.RefusesUnknownMembers);
    }

    private static HttpInfo HttpOf(string operation) => Jobs.Operations.First(o => o.Name == operation).Http!;
}
