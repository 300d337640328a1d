namespace JobsSpecGen.Conformance.Tests.Sampling;

/// <summary>Sets an environment variable for the duration of a test.</summary>
internal sealed class Variable : IDisposable
{
    private readonly string _name;
    private readonly string? _before;

    public Variable(string name, string value)
    {
        _name = name;
        _before = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose() => Environment.SetEnvironmentVariable(_name, _before);
}

/// <summary>Tests that change environment variables. They do not run in parallel with others, because the environment belongs to the process.</summary>
[CollectionDefinition(nameof(EnvironmentCollection), DisableParallelization = true)]
public sealed class EnvironmentCollection;
