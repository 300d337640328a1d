using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Sampling;

/// <summary>An invalid seed is refused with a message that names its source and the fix.</summary>
[Collection(nameof(EnvironmentCollection))]
public class BadSeedTests
{
    /// <summary>A text that is no seed, a truncated seed, a seed with trailing text and a seed with invalid characters.</summary>
    public static TheoryData<string> Texts => ["no seed", "0N0XIzN", "0N0XIzNsQ0O2 ", "0N0XIzNsQ0O2-and-something-behind", "0N0XIzNsQ0Ö2", "\"0N0XIzNsQ0O2\"", "zzzzzzzzzzzz"];

    [Theory]
    [MemberData(nameof(Texts))]
    [InlineData("")]
    public async Task An_invalid_option_is_refused(string text)
    {
        var error = await RefusalAsync(() => new() { Seed = text });
        Assert.StartsWith($"ConformanceOptions.Seed is '{text}', which is not a seed. Copy one from a failure message", error.Message);
        Assert.Contains("CONFORMANCE_SEED=", error.Message);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task An_invalid_environment_variable_is_refused(string text)
    {
        using var variable = new Variable(ConformanceOptions.SeedVariable, text);
        var error = await RefusalAsync(ConformanceOptions.FromEnvironment);
        Assert.StartsWith($"The environment variable CONFORMANCE_SEED is '{text}', which is not a seed. Copy one from a failure message", error.Message);
    }

    [Fact]
    public async Task A_printed_seed_is_accepted() =>
        Assert.Equal(Verdict.Verified, (await RunAsync(() => new() { Seed = "0N0XIzNsQ0O2" })).Cases.Single(c => c.Kind == CaseKind.Random).Verdict);

    private static Task<FormatException> RefusalAsync(Func<ConformanceOptions> options) => Assert.ThrowsAsync<FormatException>(() => RunAsync(options));

    private static Task<ConformanceReport> RunAsync(Func<ConformanceOptions> options) =>
        new ConformanceRun(new CounterSuite(), () => new LateCounter(new(), lost: 99, isWrittenWhenRead: false) { Options = options() }, "counter").ReportAsync(TestContext.Current.CancellationToken);
}
