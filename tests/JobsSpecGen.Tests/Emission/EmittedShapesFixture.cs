namespace JobsSpecGen.Tests.Emission;

/// <summary>The emitted code of the sample specs, compiled once.</summary>
public sealed class EmittedShapesFixture
{
    internal EmittedShapes Jobs { get; } = new(SampleSpecs.Jobs);

    internal EmittedShapes Obstacles { get; } = new(SampleSpecs.Obstacles);
}
