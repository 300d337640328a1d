namespace JobsSpecGen.Tool.Testing;

/// <summary>The emitted client, with nothing that arranges situations.</summary>
internal sealed class HttpClientTargets : ITargetFactory
{
    public IConformanceTarget Create(TestSettings settings) => new Target(settings);

    private sealed class Target : JobsDataPlaneBackend
    {
        private readonly TestSettings _settings;
        private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };

        public Target(TestSettings settings)
        {
            _settings = settings;
            Service = new JobsDataPlaneHttpClient(_http, settings.Endpoint);
        }

        public override IJobsDataPlane Service { get; }

        public override string Name => _settings.Name;

        public override TimeSpan EnvironmentDelay => _settings.EnvironmentDelay;

        public override TimeSpan ClockTolerance => _settings.ClockTolerance;

        public override ConformanceOptions Options => _settings.Options;

        public override ValueTask DisposeAsync()
        {
            _http.Dispose();
            return base.DisposeAsync();
        }
    }
}
