namespace JobsSpecGen.Conformance.Tests.Randomized;

/// <summary>Sets an environment variable for the duration of a test.</summary>
internal sealed class EnvironmentVariableScope : IDisposable
{
    private readonly string _name;
    private readonly string? _before;

    public EnvironmentVariableScope(string name, string value)
    {
        _name = name;
        _before = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose() => Environment.SetEnvironmentVariable(_name, _before);
}

/// <summary>Environment variables are shared by the whole process, so tests that change them do not run in parallel with others.</summary>
[CollectionDefinition(nameof(EnvironmentCollection), DisableParallelization = true)]
public sealed class EnvironmentCollection;
