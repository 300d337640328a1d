using JobsSpecGen.Conformance;

namespace JobsSpecGen.Tool.Testing;

/// <summary>The service behind the endpoint; situations are arranged as the command line says, else by the calls to which the spec binds its actions.</summary>
internal sealed class ServiceTarget : HttpTarget
{
    private readonly TestSettings _settings;

    private ServiceTarget(TestSettings settings, HttpTargetOptions options)
        : base(settings.Suite, settings.Endpoint, options) => _settings = settings;

    /// <inheritdoc/>
    public override string Name => _settings.Name;

    /// <inheritdoc/>
    public override ConformanceOptions Options => _settings.Options;

    /// <exception cref="ArgumentException">The template of <c>--arrange-http</c> is none.</exception>
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
