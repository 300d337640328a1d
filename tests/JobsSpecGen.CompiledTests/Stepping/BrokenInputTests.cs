using IotJobsData;
using JobsSpecGen.CompiledTests.Harness;

namespace JobsSpecGen.CompiledTests.Stepping;

/// <summary>A request that breaks several constraints is refused once, with all of them named, and leaves no trace.</summary>
public sealed class BrokenInputTests
{
    private const long Now = 1_511_956_800_000;

    private static readonly CreateJobExecutionRequest s_create = new() { ThingName = "thing-1", JobId = "job-1", JobDocument = "{}" };

    private static readonly UpdateJobExecutionRequest s_broken = new()
    {
        ThingName = "thing-1",
        JobId = "no job",
        Status = (JobExecutionStatus)99,
        StatusDetails = ValueMap.Create(("a b", "fine"), ("step", ""), ("percent", "\u0007")),
    };

    private static readonly string[] s_violated = ["JobId.pattern", "JobExecutionStatus.values", "DetailsKey.pattern", "DetailsValue.length", "DetailsValue.pattern"];

    [Fact]
    public void The_step_function_names_every_violation_and_changes_nothing()
    {
        var state = new JobsDataPlaneSnapshot("thing-1");
        Assert.Null(JobsDataPlaneModel.CreateJobExecution(state, s_create, Now));
        var before = state.Executions;

        var result = JobsDataPlaneModel.UpdateJobExecution(state, s_broken, Now + 1);

        Assert.Null(result.Response);
        AssertNamed(Assert.IsType<InvalidRequestException>(result.Refusal));
        Assert.Equal(before, state.Executions);
    }

    [Fact]
    public async Task The_reference_names_every_violation_and_changes_nothing()
    {
        var reference = new InMemoryJobsDataPlane(new TestClock());
        await reference.CreateJobExecutionAsync(s_create, TestContext.Current.CancellationToken);
        var describe = new DescribeJobExecutionRequest { ThingName = "thing-1", JobId = "job-1", IncludeJobDocument = true };
        var before = await reference.DescribeJobExecutionAsync(describe, TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(
            async () => await reference.UpdateJobExecutionAsync(s_broken, TestContext.Current.CancellationToken));

        AssertNamed(refusal);
        Assert.Equal(before, await reference.DescribeJobExecutionAsync(describe, TestContext.Current.CancellationToken));
    }

    private static void AssertNamed(InvalidRequestException refusal)
    {
        TestContext.Current.TestOutputHelper!.WriteLine(refusal.Message);
        Assert.Equal(s_violated.Order(), refusal.Violations.Select(v => v.Clause!).Order());
        Assert.All(refusal.Violations, v => Assert.Contains(v.ToString(), refusal.Message));
        Assert.Equal((400, "InvalidRequestException"), (refusal.HttpStatus, refusal.Code));
    }
}
