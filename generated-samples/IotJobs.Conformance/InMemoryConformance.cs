namespace IotJobs.Conformance;

/// <summary>The generated reference.</summary>
public sealed class InMemoryBackend : JobsDataPlaneBackend
{
    /// <inheritdoc/>
    public override IJobsDataPlane Service { get; } = new InMemoryJobsDataPlane();
}

/// <summary>The reference keeps the spec that it was generated from.</summary>
public sealed class InMemoryConformance : JobsDataPlaneConformance<InMemoryBackend>;
