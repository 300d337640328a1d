using System.Reflection;

namespace JobsSpecGen.CompiledTests.Harness;

/// <summary>Where the checkout lies from which these tests were built.</summary>
internal static class Repository
{
    public static string Root { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
}
