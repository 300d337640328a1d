using JobsSpecGen.Conformance.Cases;

namespace JobsSpecGen.Conformance.Explanation;

/// <summary>Identifies the run of a failure and builds the command that reproduces the failure.</summary>
/// <param name="Backend">The name and version of the backend.</param>
/// <param name="SuiteVersion">The version of the engine.</param>
/// <param name="Replay">Builds the command from a clause and a seed; null uses the command of the test runner.</param>
internal sealed record RunIdentity(string Backend, string SuiteVersion, Func<string, string?, string>? Replay)
{
    /// <summary>The shell command that reproduces a failure. Random calls need the seed; all others are selected by the clause.</summary>
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
