using JobsSpecGen.Conformance;

namespace JobsSpecGen.Tool.Testing;

/// <summary>The service at the endpoint. Environment actions run as the command line says, or else over their HTTP bindings in the spec.</summary>
internal sealed class ServiceTarget : HttpTarget
{
    private readonly TestSettings _settings;

    private ServiceTarget(TestSettings settings, HttpTargetOptions options)
        : base(settings.Suite, settings.Endpoint, options) => _settings = settings;

    /// <inheritdoc/>
    public override string Name => _settings.Name;

    /// <inheritdoc/>
    public override ConformanceOptions Options => _settings.Options;

    /// <exception cref="ArgumentException">The template of <c>--arrange-http</c> is invalid.</exception>
    public static ServiceTarget Create(TestSettings settings) => new(settings, new()
    {
        Environment = settings switch
        {
            { ArrangeCommand: { } command } => new CommandEnvironment(command),
            { ArrangeHttp: { } template } => new TemplateEnvironment(settings.Suite, template),
            _ => null,
        },
        Given = settings.Given,
        Sign = settings.Signer is { } signer ? signer.SignAsync : null,
        EnvironmentDelay = settings.EnvironmentDelay,
        ClockTolerance = settings.ClockTolerance,
    });
}
