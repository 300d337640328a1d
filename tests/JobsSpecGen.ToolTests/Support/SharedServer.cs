namespace JobsSpecGen.ToolTests.Support;

/// <summary>A <c>jobspec serve</c> that the tests of a class share: each run of a suite uses names of its own, and no start is waited for.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private ServerProcess? _server;

    /// <summary>Where it answers.</summary>
    public Uri Address => _server!.Address;

    public async ValueTask InitializeAsync() => _server = await ServerProcess.StartAsync();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? default;
}
