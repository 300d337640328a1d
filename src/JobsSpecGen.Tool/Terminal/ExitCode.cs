using JobsSpecGen.Conformance;

namespace JobsSpecGen.Tool.Terminal;

/// <summary>The exit codes of the commands. <c>jobspec test</c> returns a <see cref="ConformanceExit"/>, whose first three values mean the same.</summary>
internal static class ExitCode
{
    /// <summary>The command succeeded.</summary>
    public const int Success = 0;

    /// <summary>The spec has errors, or the service violates the spec.</summary>
    public const int Failure = 1;

    /// <summary>The command could not run: invalid options, a file that cannot be read or written, a port in use, a service that cannot be reached.</summary>
    public const int Error = 2;
}
