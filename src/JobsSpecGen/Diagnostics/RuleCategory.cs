namespace JobsSpecGen.Diagnostics;

/// <summary>The category of every rule, by which an editor groups its diagnostics.</summary>
internal static class RuleCategory
{
    public const string Name = "JobsSpecGen";
}
