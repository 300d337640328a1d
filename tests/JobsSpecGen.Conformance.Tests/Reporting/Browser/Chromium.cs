using PuppeteerSharp;
using PuppeteerSharp.Media;

[assembly: AssemblyFixture(typeof(JobsSpecGen.Conformance.Tests.Reporting.Browser.Chromium))]

namespace JobsSpecGen.Conformance.Tests.Reporting.Browser;

/// <summary>A real browser without a window, started when the first test asks for it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>Set where a missing browser is a failure and no reason to skip.</summary>
    public const string RequiredVariable = "JOBSSPECGEN_REQUIRE_BROWSER";

    // In milliseconds. Others may be building and testing at the same time.
    private const int Patience = 120_000;

    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("conformance-browser-");
    private readonly Lazy<Task<IBrowser>> _browser;

    public Chromium() => _browser = new(StartAsync);

    /// <summary>Opens a page in a window of this width, in the color scheme that the reader prefers.</summary>
    public async Task<IPage> OpenAsync(int width, bool isDark)
    {
        var browser = await _browser.Value;
        var page = await browser.NewPageAsync();
        page.DefaultTimeout = Patience;
        await page.SetViewportAsync(new() { Width = width, Height = 900, IsMobile = width < 600, HasTouch = width < 600, DeviceScaleFactor = 2 });
        await page.EmulateMediaFeaturesAsync([new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = isDark ? "dark" : "light" }]);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated && _browser.Value.IsCompletedSuccessfully)
        {
            await (await _browser.Value).DisposeAsync();
        }

        try
        {
            _profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A process of the browser that has not quite ended may still write there. What is left is temporary.
        }
    }

    private Task<IBrowser> StartAsync()
    {
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator)
            .SelectMany(folder => s_names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        const string Missing = "There is no chromium on this machine. Install it (Debian: apt-get install chromium) and run this test again.";
        Assert.SkipWhen(path is null && Environment.GetEnvironmentVariable(RequiredVariable) is not { Length: > 0 }, Missing);
        Assert.True(path is not null, Missing);
        return Puppeteer.LaunchAsync(new()
        {
            ExecutablePath = path,
            Headless = true,
            Timeout = Patience,
            UserDataDir = _profile.FullName,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            ],
        });
    }
}
