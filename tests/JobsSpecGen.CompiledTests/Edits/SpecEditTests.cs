using JobsSpecGen.CompiledTests.Harness;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Edits;

/// <summary>
/// An edit of the spec changes the reference and the suite, and nothing else has to be touched. The backend over SQLite
/// knows nothing of the edit: it fails the clause of the edit, and only that.
/// </summary>
public sealed class SpecEditTests
{
    [Fact]
    public async Task The_shipped_spec_is_kept_by_its_reference_and_by_the_SQLite_backend()
    {
        var spec = CompiledSpec.From(SpecText.Jobs, CompiledSpec.InProcessOnly);

        (await Reports.RunAsync(spec.Suite, spec, "reference")).AssertAllVerified();
        Assert.Empty((await Reports.RunAsync(spec.Suite, () => new SqliteTarget(), "SQLite")).Violated());
    }

    [Fact]
    public async Task What_succeeded_may_be_taken_up_again()
    {
        var spec = CompiledSpec.From(SpecEdit.Reopen(SpecText.Jobs), CompiledSpec.InProcessOnly);
        var calls = new Conversation(spec.CreateReference(new TestClock()));
        await calls.AcceptAsync("CreateJobExecution", ("jobId", "job-1"), ("jobDocument", "{}"));
        await calls.AcceptAsync("UpdateJobExecution", ("jobId", "job-1"), ("status", "SUCCEEDED"));

        await calls.AcceptAsync("UpdateJobExecution", ("jobId", "job-1"), ("status", "IN_PROGRESS"));

        var described = await calls.AcceptAsync("DescribeJobExecution", ("jobId", "job-1"));
        Assert.Equal(SpecValue.Of("IN_PROGRESS"), described["execution", "status"]);
        await AssertChangesOnly(spec, "update.status");
    }

    [Fact]
    public async Task An_example_that_an_edit_forgot_is_found_in_the_reference()
    {
        var spec = CompiledSpec.From(SpecEdit.ReopenInTheTableOnly(SpecText.Jobs), CompiledSpec.InProcessOnly);

        var clock = new SteppingTime();
        var report = await new ConformanceRun(spec.Suite, () => spec.CreateReference(clock), "reference", clock)
            .ReportAsync(TestContext.Current.CancellationToken);

        var example = Assert.Single(report.Cases, c => c.Verdict == Verdict.Error);
        TestContext.Current.TestOutputHelper!.WriteLine(example.Reason!);
        Assert.Equal((CaseKind.Scenario, "A finished execution cannot be reopened"), (example.Kind, example.Name));
        Assert.False(report.Conforms);
    }

    [Fact]
    public async Task What_comes_next_goes_by_the_name_of_the_job()
    {
        TestScale.SkipUnlessFull();
        var spec = CompiledSpec.From(SpecEdit.NextByJobId(SpecText.Jobs), CompiledSpec.InProcessOnly);
        var clock = new TestClock();
        var calls = new Conversation(spec.CreateReference(clock));
        await calls.AcceptAsync("CreateJobExecution", ("jobId", "job-2"), ("jobDocument", "{}"));
        clock.Advance(TimeSpan.FromSeconds(1));
        await calls.AcceptAsync("CreateJobExecution", ("jobId", "job-1"), ("jobDocument", "{}"));

        var described = await calls.AcceptAsync("DescribeJobExecution", ("jobId", "$next"));
        var started = await calls.AcceptAsync("StartNextPendingJobExecution");

        Assert.Equal(SpecValue.Of("job-1"), described["execution", "jobId"]);
        Assert.Equal(SpecValue.Of("job-1"), started["execution", "jobId"]);
        await AssertChangesOnly(spec, "next.order");
    }

    [Fact]
    public async Task A_name_of_a_job_is_half_as_long()
    {
        TestScale.SkipUnlessFull();
        var spec = CompiledSpec.From(SpecText.Jobs.Replace("length: 1..64", "length: 1..32"), CompiledSpec.InProcessOnly);

        var violations = spec.Suite.Validate("JobId", SpecValue.Of(new string('j', 33)));

        Assert.Equal("JobId.length", Assert.Single(violations).Clause);
        await AssertChangesOnly(spec, "JobId.length");
    }

    [Fact]
    public async Task A_description_has_the_document_unless_one_declines_it()
    {
        TestScale.SkipUnlessFull();
        var spec = CompiledSpec.From(SpecEdit.DocumentByDefault(SpecText.Jobs), CompiledSpec.InProcessOnly);
        var calls = new Conversation(spec.CreateReference(new TestClock()));
        await calls.AcceptAsync("CreateJobExecution", ("jobId", "job-1"), ("jobDocument", "{}"));

        var described = await calls.AcceptAsync("DescribeJobExecution", ("jobId", "job-1"));

        Assert.Equal(SpecValue.Of("{}"), described["execution", "jobDocument"]);
        await AssertChangesOnly(spec, "describe.document-on-request");
    }

    private static async Task AssertChangesOnly(CompiledSpec edited, string clause)
    {
        (await Reports.RunAsync(edited.Suite, edited, "edited reference")).AssertAllVerified();

        var report = await Reports.RunAsync(edited.Suite, () => new SqliteTarget(), "SQLite");

        Assert.False(report.Conforms);
        Assert.Equal([clause], report.Violated());
    }
}
