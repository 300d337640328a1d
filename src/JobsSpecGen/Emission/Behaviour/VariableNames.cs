using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>The C# names of the row variables of steps.</summary>
internal static class VariableNames
{
    public static Identifier Of(string variable) => Identifier.Of(IsUsed(variable) ? variable + "Row" : variable);

    /// <summary>The name of the stored version of a row whose variable may have changes.</summary>
    public static Identifier StoredOf(string variable) => Identifier.Of(variable + "Stored");

    // The suffixes are escaped too, so that no other variable gets one of these names.
    private static bool IsUsed(string variable) =>
        variable is "state" or "input" or "now" or "trace" or "refusal" or "found"
        || variable.EndsWith("Row", System.StringComparison.Ordinal)
        || variable.EndsWith("Stored", System.StringComparison.Ordinal);
}
