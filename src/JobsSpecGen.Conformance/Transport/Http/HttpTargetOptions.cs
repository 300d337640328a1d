namespace JobsSpecGen.Conformance;

/// <summary>How a backend behind HTTP is reached.</summary>
public sealed record HttpTargetOptions
{
    /// <summary>Arranges situations; null: by the calls that the spec binds its actions to, sent to the same endpoint. Disposed of with the target.</summary>
    public IHttpEnvironment? Environment { get; init; }

    /// <summary>Values for names in the bindings of actions that are no members, such as an account; those of the spec where one is missing.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>Signs each request before it is sent; null: requests are not signed.</summary>
    public Func<HttpRequestMessage, CancellationToken, ValueTask>? Sign { get; init; }

    /// <summary>Sends requests; null: a handler that changes nothing on the way. Disposed of with the target.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>How long what an action did may take to show in answers.</summary>
    public TimeSpan EnvironmentDelay { get; init; }

    /// <summary>How far the backend's clock may be from the tester's.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromSeconds(1);
}
