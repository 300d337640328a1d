using JobsSpecGen.Conformance.Cases;

namespace JobsSpecGen.Conformance.Explanation;

/// <summary>Which run a failure is from, and how its reader makes it happen again.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="SuiteVersion">The version of the engine.</param>
/// <param name="Replay">Writes the command from a clause and a seed; null: that of the test runner.</param>
internal sealed record RunIdentity(string Backend, string SuiteVersion, Func<string, string?, string>? Replay)
{
    /// <summary>A command line for a shell. Calls at random come again by their seed, all others by their clause.</summary>
    public string CommandFor(ClauseInfo clause, TestCase testCase)
    {
        if (Replay is not null)
        {
            return Replay(clause.Id, testCase.Seed);
        }

        var command = $"dotnet test --filter-trait \"Clause={clause.Id}\"";
        return testCase.Seed is { } seed ? $"{ConformanceOptions.SeedVariable}={seed} {command}" : command;
    }
}
