namespace JobsSpecGen.Diagnostics;

/// <summary>The category of all rules; editors group diagnostics by it.</summary>
internal static class RuleCategory
{
    public const string Name = "JobsSpecGen";
}
