using System.Reflection;

namespace JobsSpecGen.Conformance.Contract;

/// <summary>The version of the engine, as shown in reports and failure messages.</summary>
internal static class EngineVersion
{
    public static string Text { get; } =
        typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
