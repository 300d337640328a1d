using PuppeteerSharp;

namespace JobsSpecGen.Conformance.Tests.Reports.Browser;

/// <summary>Tests of the page in a browser.</summary>
public sealed class PageTests(Chromium chromium) : IDisposable
{
    private const int Phone = 360;
    private const int Desktop = 1280;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-page-");

    public static MatrixTheoryData<string, int, bool> Views => new(
        SampleReports.Names.Select(row => row.Data), [Phone, Desktop], [false, true]);

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_fits_the_window_and_is_accessible(string name, int width, bool isDark)
    {
        await using var page = await chromium.OpenAsync(width, isDark);
        var problems = await ShowAsync(page, await SampleReports.OfAsync(name));

        // Checked with closed and open details: no element is wider than the window, and all text has enough contrast.
        await TakeScreenshotAsync(page, name, width, isDark, "folded");
        Assert.True(await page.EvaluateExpressionAsync<bool>("document.querySelector('h1').getBoundingClientRect().top < 120"), "there is content above the title");
        Assert.True(await page.EvaluateExpressionAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        await page.EvaluateExpressionAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await page.EvaluateExpressionAsync("(document.querySelector('.clause:has(details)') ?? document.querySelector('#cases')).scrollIntoView()");
        await TakeScreenshotAsync(page, name, width, isDark, "unfolded");
        Assert.Equal("", await page.EvaluateExpressionAsync<string>(PageScripts.WiderThanWindow));
        Assert.Equal("", await page.EvaluateExpressionAsync<string>(PageScripts.LowContrast));
        Assert.Equal("", await page.EvaluateExpressionAsync<string>(PageScripts.Structure));
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Trace_opens_and_shows_the_whole_message()
    {
        var report = await SampleReports.Failing;
        await using var page = await chromium.OpenAsync(Phone, isDark: false);
        await ShowAsync(page, report);
        const string Clause = "#clause-update\\.version-mismatch";
        Assert.False(await page.EvaluateExpressionAsync<bool>($"document.querySelector('{Escaped(Clause)} pre').checkVisibility()"));

        await page.ClickAsync($"{Clause} summary");

        Assert.True(await page.EvaluateExpressionAsync<bool>($"document.querySelector('{Escaped(Clause)} pre').checkVisibility()"));
        var shown = await page.EvaluateExpressionAsync<string>($"document.querySelector('{Escaped(Clause)} pre').textContent");
        Assert.Equal(report.Clauses.Single(c => c.Failures.Count > 0).Failures[0].Message.ReplaceLineEndings("\n"), shown.TrimEnd());
    }

    [Theory]
    [InlineData("show-all", null)]
    [InlineData("show-violated", "violated")]
    [InlineData("show-verified", "verified")]
    public async Task Clauses_are_filtered_without_script(string filter, string? verdict)
    {
        var report = await SampleReports.Failing;
        await using var page = await chromium.OpenAsync(Desktop, isDark: false);
        await page.SetJavaScriptEnabledAsync(false);
        await ShowAsync(page, report);

        await page.ClickAsync($"label:has(#{filter})");

        var shown = await page.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('.clause')].filter(c => c.checkVisibility()).map(c => c.dataset.verdict)");
        Assert.Equal(report.Clauses.Select(c => c.Verdict.ToString().ToLowerInvariant()).Where(v => verdict is null || v == verdict).Order(), shown.Order());
    }

    [Fact]
    public async Task A_clause_can_be_linked_to_and_reached_by_keyboard()
    {
        await using var page = await chromium.OpenAsync(Desktop, isDark: true);
        await ShowAsync(page, await SampleReports.Failing);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the clauses", await page.EvaluateExpressionAsync<string>("document.activeElement.textContent"));
        Assert.NotEqual("none", await page.EvaluateExpressionAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        await page.ClickAsync("#violated a");
        await page.WaitForFunctionAsync("() => document.querySelector(':target')?.id === 'clause-update.version-mismatch'");
        Assert.True(await page.EvaluateExpressionAsync<bool>("document.querySelector(':target').getBoundingClientRect().top < innerHeight"));
    }

    [Fact]
    public async Task Hostile_text_is_shown_without_effect()
    {
        await using var page = await chromium.OpenAsync(Desktop, isDark: false);
        await ShowAsync(page, await SampleReports.HostileAsync());

        Assert.Equal(0, await page.EvaluateExpressionAsync<int>("document.scripts.length"));
        Assert.NotEqual("owned", await page.GetTitleAsync());
        Assert.Equal(0, await page.EvaluateExpressionAsync<int>("[...document.querySelectorAll('*')].filter(e => e.getAttributeNames().some(a => a.startsWith('on'))).length"));
        Assert.Equal(
            SampleReports.Hostile.Replace("\0", @"\u0000", StringComparison.Ordinal).Replace("\uD800", @"\uD800", StringComparison.Ordinal).Replace("\u202E", @"\u202E", StringComparison.Ordinal),
            await page.EvaluateExpressionAsync<string>("document.querySelector('h1').textContent"));
    }

    /// <summary>Opens the page from a file. Collects console messages, errors and network requests of the browser.</summary>
    private async Task<List<string>> ShowAsync(IPage page, ConformanceReport report)
    {
        var problems = new List<string>();
        var file = new Uri(Path.Combine(_folder.FullName, "page.html"));
        await File.WriteAllTextAsync(file.LocalPath, ConformanceReports.ToHtml(report), TestContext.Current.CancellationToken);
        page.Console += (_, e) => problems.Add("console: " + e.Message.Text);
        page.PageError += (_, e) => problems.Add("error: " + e.Message);
        page.Request += (_, e) => problems.AddRange(e.Request.Url == file.AbsoluteUri || e.Request.Url.StartsWith("data:", StringComparison.Ordinal) ? [] : ["request: " + e.Request.Url]);
        await page.GoToAsync(file.AbsoluteUri);
        return problems;
    }

    /// <summary>Takes a screenshot for review if the environment variable CONFORMANCE_SCREENSHOTS has a folder.</summary>
    private static async Task TakeScreenshotAsync(IPage page, string name, int width, bool isDark, string state)
    {
        if (Environment.GetEnvironmentVariable("CONFORMANCE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            var file = $"{name.Replace(' ', '-')}-{(width == Phone ? "phone" : "desktop")}-{(isDark ? "dark" : "light")}-{state}.png";
            await page.ScreenshotAsync(Path.Combine(folder, file), new() { FullPage = false });
        }
    }

    private static string Escaped(string selector) => selector.Replace("\\", "\\\\", StringComparison.Ordinal);
}
