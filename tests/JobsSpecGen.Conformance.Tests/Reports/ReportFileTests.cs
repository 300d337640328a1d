using JobsSpecGen.Conformance.Reports.Formats;
using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Reports;

public sealed class ReportFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-reports-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_format_is_written_and_no_temporary_file_remains()
    {
        var report = await SampleReports.Failing;
        var files = await ConformanceReports.WriteAsync(report, Path.Combine(_folder.FullName, "new"), Stop);
        await ConformanceReports.WriteAsync(report, Path.Combine(_folder.FullName, "new"), Stop);

        Assert.Equal([".html", ".md", ".json", ".junit.xml", ".badge.svg"], files.Select(f => f[f.IndexOf('.', f.IndexOf("desk", StringComparison.Ordinal) + 8)..]));
        Assert.Equal(files.Order(), Directory.GetFiles(Path.Combine(_folder.FullName, "new")).Order());
        Assert.Equal(ConformanceReports.ToHtml(report), await File.ReadAllTextAsync(files[0], Stop));
    }

    [Fact]
    public async Task Run_writes_its_report_to_the_folder_of_the_options()
    {
        var target = new DeskTargetWithOptions(new() { ReportsFolder = _folder.FullName });
        var report = await new ConformanceRun(DeskSuite.Instance, () => target).ReportAsync(Stop);

        Assert.Equal("the desk", report.Backend);
        Assert.NotNull(report.StartedAt);
        Assert.Equal(ConformanceReports.ToJson(report), await File.ReadAllTextAsync(Path.Combine(_folder.FullName, SafeName.Of("the desk") + ".json"), Stop));
    }

    [Fact]
    public async Task File_in_place_of_the_folder_is_an_error_and_remains_unchanged()
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
    public void File_name_is_valid_on_every_file_system(string name)
    {
        var safe = SafeName.Of(name);

        Assert.Matches(@"\A[A-Za-z0-9_-][A-Za-z0-9._-]*-[0-9a-f]{8}\z", safe);
        Assert.Equal(safe, SafeName.Of(name));
    }

    [Fact]
    public void Different_names_have_different_file_names()
    {
        Assert.Equal("FaultyBackend-1.2_x", SafeName.Of("FaultyBackend-1.2_x"));
        Assert.NotEqual(SafeName.Of("a/b"), SafeName.Of("a b"));
        Assert.NotEqual(SafeName.Of(new string('a', 300) + "1"), SafeName.Of(new string('a', 300) + "2"));
        Assert.True(SafeName.Of(new string('a', 300)).Length < 100);
    }
}
