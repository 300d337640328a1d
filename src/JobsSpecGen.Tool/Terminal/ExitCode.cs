using JobsSpecGen.Conformance;

namespace JobsSpecGen.Tool.Terminal;

/// <summary>How the program ends. A run of the suite ends with a <see cref="ConformanceExit"/>, whose first three values mean the same.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Good = 0;

    /// <summary>The spec has errors, or the service violates it.</summary>
    public const int Bad = 1;

    /// <summary>It could not be done: a file cannot be read or written, a port is taken, nobody answers, the command makes no sense.</summary>
    public const int Unusable = 2;
}
