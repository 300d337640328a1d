namespace JobsSpecGen.Conformance;

/// <summary>Does what the rest of the world does, so that situations can be arranged on a backend behind HTTP.</summary>
public interface IHttpEnvironment : IAsyncDisposable
{
    /// <summary>
    /// Does one action of the spec's environment and tells what came of it. Throws <see cref="NotSupportedException"/> with the
    /// reason where it cannot; what needs it is then reported as not verifiable.
    /// </summary>
    /// <param name="call">The action with its input.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<CallOutcome> ActAsync(SpecCall call, CancellationToken cancellationToken);
}
