using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Diagnostics;

/// <summary>What all rules have in common.</summary>
internal static class RuleFactory
{
    public const string Category = "JobsSpecGen";
}
