using PuppeteerSharp;

[assembly: AssemblyFixture(typeof(JobsSpecGen.Conformance.Tests.Reports.Browser.Chromium))]

namespace JobsSpecGen.Conformance.Tests.Reports.Browser;

/// <summary>A headless browser. The first test that needs it starts it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>The environment variable that makes a missing browser a failure. Otherwise the tests are skipped.</summary>
    public const string RequiredVariable = "JOBSSPECGEN_REQUIRE_BROWSER";

    // In milliseconds. It is long because other builds and tests may run on the machine at the same time.
    private const int Timeout = 120_000;

    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("conformance-browser-");
    private readonly Lazy<Task<IBrowser>> _browser;

    public Chromium() => _browser = new(StartAsync);

    /// <summary>Opens a page with a given window width and preferred color scheme.</summary>
    public async Task<IPage> OpenAsync(int width, bool isDark)
    {
        var browser = await _browser.Value;
        var page = await browser.NewPageAsync();
        page.DefaultTimeout = Timeout;
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
            // A browser process that has not exited yet may still write to the folder. The folder is temporary anyway.
        }
    }

    private Task<IBrowser> StartAsync()
    {
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator)
            .SelectMany(folder => s_names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        const string Missing = "Chromium is not installed. Install it (Debian: apt-get install chromium) and run this test again.";
        Assert.SkipWhen(path is null && Environment.GetEnvironmentVariable(RequiredVariable) is not { Length: > 0 }, Missing);
        Assert.True(path is not null, Missing);
        return Puppeteer.LaunchAsync(new()
        {
            ExecutablePath = path,
            Headless = true,
            Timeout = Timeout,
            UserDataDir = _profile.FullName,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            ],
        });
    }
}
