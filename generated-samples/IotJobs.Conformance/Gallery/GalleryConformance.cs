using System.Globalization;
using IotJobs.Faulty;
using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>The suite finds what no call alone shows: every race and every loss of the gallery, under its clause and no other.</summary>
[Collection(nameof(Alone))]
public class GalleryConformance : IClassFixture<QuietMachine>
{
    /// <summary>Whether calls meet is for the scheduler to say: nothing else of this project runs beside these tests, and no such test of another.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;

    /// <summary>The mistakes with several callers.</summary>
    public static TheoryData<string> Races => TestScale.IsFull ? [.. Gallery.Races.Select(r => r.Name)] : [.. RacyBackend.ShownSoon];

    /// <summary>The mistakes that a crash brings to light.</summary>
    public static TheoryData<string> Restarts => [.. TestScale.EveryNth(3, Gallery.Restarts).Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Races))]
    public Task A_race_is_found(string name)
    {
        var exhibit = Gallery.Races.Single(r => r.Name == name);
        return FindAsync(() => new RacyBackend(exhibit), name, exhibit.Clause, exhibit.OrElse);
    }

    [Theory]
    [MemberData(nameof(Restarts))]
    public Task What_a_crash_loses_is_found(string name)
    {
        var exhibit = Gallery.Restarts.Single(r => r.Name == name);
        return FindAsync(() => new ForgetfulBackend(exhibit), name, exhibit.Clause, exhibit.OrElse);
    }

    [Fact]
    public Task Without_a_mistake_nothing_is_found_with_several_callers() =>
        FindAsync(() => new RacyBackend(new("JobsOverDatabase", "", clock => new JobsOverDatabase { Clock = clock })), "JobsOverDatabase");

    [Fact]
    public Task Without_a_mistake_nothing_is_found_after_a_crash() =>
        FindAsync(() => new ForgetfulBackend(new("RestartableJobs", "", clock => new RestartableJobs { Clock = clock })), "RestartableJobs");

    private static async Task FindAsync(Func<JobsDataPlaneBackend> create, string name, string? clause = null, string? orElse = null)
    {
        var report = await new ConformanceRun(JobsDataPlaneSuite.Instance, create, name).ReportAsync(TestContext.Current.CancellationToken);
        var violated = report.Clauses.Where(c => c.Verdict == Verdict.Violated).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {string.Join(", ", violated.Select(c => $"{c.Clause.Id} ({c.Failures[0].TraceLength} calls)"))} in {report.Elapsed.TotalSeconds:0.0} s"));
        Assert.True(
            clause is null ? violated.Count == 0 : violated is [var only] && (only.Clause.Id == clause || only.Clause.Id == orElse),
            $"expected {clause ?? "nothing"}, found {string.Join(", ", violated.Select(c => c.Clause.Id))}\n\n{string.Join("\n\n", violated.Select(c => c.Failures[0].Message))}");
        Assert.DoesNotContain(report.Cases, c => c.Verdict == Verdict.Error);
    }
}
