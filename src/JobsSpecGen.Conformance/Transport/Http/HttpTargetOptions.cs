namespace JobsSpecGen.Conformance;

/// <summary>Options of <see cref="HttpTarget"/>.</summary>
public sealed record HttpTargetOptions
{
    /// <summary>
    /// Performs environment actions. Null sends them to the endpoint of the service by the HTTP bindings of the spec. It is disposed
    /// together with the target.
    /// </summary>
    public IHttpEnvironment? Environment { get; init; }

    /// <summary>
    /// Values of variables in the bindings of environment actions, such as an account. A variable without a value here has the value
    /// that the spec gives it.
    /// </summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>Signs each request before it is sent. Null sends unsigned requests.</summary>
    public Func<HttpRequestMessage, CancellationToken, ValueTask>? Sign { get; init; }

    /// <summary>
    /// Sends requests. Null uses a handler without redirects, cookies, proxy and decompression. It is disposed together with the target.
    /// </summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>How long it may take until responses show the effect of an environment action.</summary>
    public TimeSpan EnvironmentDelay { get; init; }

    /// <summary>The largest allowed difference between the clocks of the backend and the tester.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromSeconds(1);
}
