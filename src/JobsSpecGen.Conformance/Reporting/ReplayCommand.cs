namespace JobsSpecGen.Conformance.Reporting;

/// <summary>How the reader of a failure makes it happen again.</summary>
internal static class ReplayCommand
{
    /// <summary>A command line for a shell. Calls at random come again by their seed, all others by the trait of their clause.</summary>
    public static string Of(ClauseInfo clause, ScriptedCase scripted) => scripted.Seed is { } seed
        ? $"{ConformanceOptions.SeedVariable}={seed} dotnet test --filter-trait \"Clause={clause.Id}\""
        : $"dotnet test --filter-trait \"Clause={clause.Id}\"";
}
