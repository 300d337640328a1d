namespace JobsSpecGen.Conformance;

/// <summary>Performs the environment actions of a spec, which arrange test cases on a backend that is reached over HTTP.</summary>
public interface IHttpEnvironment : IAsyncDisposable
{
    /// <summary>Performs one environment action.</summary>
    /// <param name="call">The action with its input.</param>
    /// <param name="cancellationToken">Cancels the action.</param>
    /// <returns>The outcome of the action.</returns>
    /// <exception cref="NotSupportedException">
    /// The action cannot be performed; the message is the reason. Test cases that need it are reported as not verifiable.
    /// </exception>
    ValueTask<CallOutcome> ActAsync(SpecCall call, CancellationToken cancellationToken);
}
