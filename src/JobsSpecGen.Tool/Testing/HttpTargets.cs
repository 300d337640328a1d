namespace JobsSpecGen.Tool.Testing;

/// <summary>The service behind the endpoint; situations are arranged as the command line says, else by the calls to which the spec binds its actions.</summary>
internal sealed class HttpTargets : ITargetFactory
{
    /// <inheritdoc/>
    public IConformanceTarget Create(TestSettings settings) => new Target(settings, new()
    {
        Environment = settings switch
        {
            { ArrangeCommand: { } command } => new CommandEnvironment(command),
            { ArrangeHttp: { } template } => new TemplateEnvironment(settings.Suite, template),
            _ => null,
        },
        Given = settings.Given,
        EnvironmentDelay = settings.EnvironmentDelay,
        ClockTolerance = settings.ClockTolerance,
    });

    private sealed class Target(TestSettings settings, HttpTargetOptions options) : HttpTarget(settings.Suite, settings.Endpoint, options)
    {
        public override string Name => settings.Name;

        public override ConformanceOptions Options => settings.Options;
    }
}
