using System.Text;

namespace JobsSpecGen.Conformance.Reports.Html;

/// <summary>Reads the resources that are embedded in the assembly: templates and schemas.</summary>
internal static class Resource
{
    public static Stream Open(string name) =>
        typeof(Resource).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The assembly has no resource '{name}'.", name);

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
