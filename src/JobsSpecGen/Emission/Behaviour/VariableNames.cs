using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>The C# names of the rows that steps select.</summary>
internal static class VariableNames
{
    public static Identifier Of(string variable) => Identifier.Of(IsUsed(variable) ? variable + "Row" : variable);

    /// <summary>The name of the row as the state has it, while the variable may have changes.</summary>
    public static Identifier StoredOf(string variable) => Identifier.Of(variable + "Stored");

    // The endings too: no variable then has the name that another one gets here.
    private static bool IsUsed(string variable) =>
        variable is "state" or "input" or "now" or "trace" or "refusal" or "found"
        || variable.EndsWith("Row", System.StringComparison.Ordinal)
        || variable.EndsWith("Stored", System.StringComparison.Ordinal);
}
