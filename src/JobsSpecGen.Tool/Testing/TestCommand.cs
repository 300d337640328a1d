using System.CommandLine;

namespace JobsSpecGen.Tool.Testing;

internal static class TestCommand
{
    public static Command Create() => new("test", "x");
}
