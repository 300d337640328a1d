using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Reports.Formats;
using JobsSpecGen.Conformance.Techniques.Directed;
using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Reporting;

public sealed class WritingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-reports-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_format_is_written_and_nothing_else_is_left()
    {
        var report = await SampleReports.Failing;
        var files = await ConformanceReports.WriteAsync(report, Path.Combine(_folder.FullName, "new"), Stop);
        await ConformanceReports.WriteAsync(report, Path.Combine(_folder.FullName, "new"), Stop);

        Assert.Equal([".html", ".md", ".json", ".junit.xml", ".badge.svg"], files.Select(f => f[f.IndexOf('.', f.IndexOf("desk", StringComparison.Ordinal) + 8)..]));
        Assert.Equal(files.Order(), Directory.GetFiles(Path.Combine(_folder.FullName, "new")).Order());
        Assert.Equal(ConformanceReports.ToHtml(report), await File.ReadAllTextAsync(files[0], Stop));
    }

    [Fact]
    public async Task A_run_writes_its_report_where_its_options_say()
    {
        var target = new OptionedTarget(new() { ReportsFolder = _folder.FullName });
        var report = await new ConformanceRun(DeskSuite.Instance, () => target).ReportAsync(Stop);

        Assert.Equal("the desk", report.Backend);
        Assert.NotNull(report.StartedAt);
        Assert.Equal(ConformanceReports.ToJson(report), await File.ReadAllTextAsync(Path.Combine(_folder.FullName, SafeName.Of("the desk") + ".json"), Stop));
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_leaves_nothing_half_written()
    {
        var occupied = Path.Combine(_folder.FullName, "occupied");
        await File.WriteAllTextAsync(occupied, "mine", Stop);

        await Assert.ThrowsAnyAsync<IOException>(async () => await ConformanceReports.WriteAsync(await SampleReports.Passing, occupied, Stop));
        Assert.Equal("mine", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder.FullName)), Stop));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("C:\\temp\\x")]
    [InlineData("NUL")]
    [InlineData("com1.log")]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("näme <1>")]
    [InlineData("a\0b")]
    public void A_name_becomes_one_that_any_file_system_takes(string name)
    {
        var safe = SafeName.Of(name);

        Assert.Matches(@"\A[A-Za-z0-9_-][A-Za-z0-9._-]*-[0-9a-f]{8}\z", safe);
        Assert.Equal(safe, SafeName.Of(name));
    }

    [Fact]
    public void Names_that_differ_stay_apart()
    {
        Assert.Equal("FaultyBackend-1.2_x", SafeName.Of("FaultyBackend-1.2_x"));
        Assert.NotEqual(SafeName.Of("a/b"), SafeName.Of("a b"));
        Assert.NotEqual(SafeName.Of(new string('a', 300) + "1"), SafeName.Of(new string('a', 300) + "2"));
        Assert.True(SafeName.Of(new string('a', 300)).Length < 100);
    }
}
