using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Randomized;

/// <summary>The error for an invalid seed says where the seed was given and how to correct it.</summary>
[Collection(nameof(EnvironmentCollection))]
public class InvalidSeedTests
{
    /// <summary>Text that is not a seed, a truncated seed, seeds with a suffix, and seeds with invalid characters.</summary>
    public static TheoryData<string> InvalidSeeds => ["no seed", "0N0XIzN", "0N0XIzNsQ0O2 ", "0N0XIzNsQ0O2-and-something-behind", "0N0XIzNsQ0Ö2", "\"0N0XIzNsQ0O2\"", "zzzzzzzzzzzz"];

    [Theory]
    [MemberData(nameof(InvalidSeeds))]
    [InlineData("")]
    public async Task Invalid_seed_in_the_options_is_an_error(string text)
    {
        var error = await ErrorAsync(() => new() { Seed = text });
        Assert.StartsWith($"ConformanceOptions.Seed is '{text}', which is not a seed. Copy one from a failure message", error.Message);
        Assert.Contains("CONFORMANCE_SEED=", error.Message);
    }

    [Theory]
    [MemberData(nameof(InvalidSeeds))]
    public async Task Invalid_seed_in_the_environment_is_an_error(string text)
    {
        using var variable = new EnvironmentVariableScope(ConformanceOptions.SeedVariable, text);
        var error = await ErrorAsync(ConformanceOptions.FromEnvironment);
        Assert.StartsWith($"The environment variable CONFORMANCE_SEED is '{text}', which is not a seed. Copy one from a failure message", error.Message);
    }

    [Fact]
    public async Task Seed_of_a_failure_message_is_accepted() =>
        Assert.Equal(Verdict.Verified, (await RunAsync(() => new() { Seed = "0N0XIzNsQ0O2" })).Cases.Single(c => c.Kind == CaseKind.Random).Verdict);

    private static Task<FormatException> ErrorAsync(Func<ConformanceOptions> options) => Assert.ThrowsAsync<FormatException>(() => RunAsync(options));

    private static Task<ConformanceReport> RunAsync(Func<ConformanceOptions> options) =>
        new ConformanceRun(new CounterSuite(), () => new LateCounter(new(), lost: 99, isWrittenWhenRead: false) { Options = options() }, "counter").ReportAsync(TestContext.Current.CancellationToken);
}
