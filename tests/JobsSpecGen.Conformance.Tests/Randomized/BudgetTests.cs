using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Session;
using JobsSpecGen.Conformance.Techniques.Randomized;
using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Randomized;

/// <summary>The options determine the number and the length of random sequences.</summary>
[Collection(nameof(EnvironmentCollection))]
public class BudgetTests
{
    private static readonly CounterSuite Suite = new(limit: 1_000);

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    public async Task Number_of_sequences_is_that_of_the_options(int sequences)
    {
        Assert.Equal(sequences, (await LengthsAsync(new() { RandomSequences = sequences })).Count);
        Assert.Equal(sequences, (await LengthsAsync(new() { RandomSequences = sequences, Seed = "0N0XIzNsQ0O2" })).Count);
    }

    [Fact]
    public async Task Environment_variables_override_the_options()
    {
        using var variable = new EnvironmentVariableScope(ConformanceOptions.RandomSequencesVariable, "7");
        Assert.Equal(7, (await LengthsAsync(new ConformanceOptions { RandomSequences = 90 }.WithEnvironment())).Count);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public async Task No_sequence_exceeds_the_maximum_length(int longest)
    {
        // At the end of a sequence each of its counters is observed.
        const int observations = 2;
        Assert.InRange((await LengthsAsync(new() { MaxSequenceLength = longest })).Max(), longest * 3 / 4, longest + observations);
    }

    [Fact]
    public async Task Test_case_without_sequences_is_not_exercised()
    {
        var random = await ExecuteAsync(new CountingTarget(new() { RandomSequences = 0 }));
        Assert.Equal((Verdict.NotExercised, "RandomSequences is 0"), (random.Verdict, random.Reason));
    }

    [Fact]
    public void Invalid_number_is_an_error_with_the_name_of_the_variable()
    {
        using var variable = new EnvironmentVariableScope(ConformanceOptions.RandomSequencesVariable, "many");
        var error = Assert.Throws<FormatException>(ConformanceOptions.FromEnvironment);
        Assert.Equal("The environment variable CONFORMANCE_RANDOM_SEQUENCES must be a whole number of at least 0, but is 'many'.", error.Message);
    }

    /// <summary>Gets the number of calls of each sequence. The names of a sequence end in its number.</summary>
    private static async Task<IReadOnlyList<int>> LengthsAsync(ConformanceOptions options)
    {
        var target = new CountingTarget(options);
        Assert.Equal(Verdict.Verified, (await ExecuteAsync(target)).Verdict);
        return [.. target.Calls.CountBy(c => ((SpecValue.Text)c.Request["name"]).Value[^(RunNames.RunLength + RunNames.CountLength)..]).Select(c => c.Value)];
    }

    private static async Task<CaseResult> ExecuteAsync(CountingTarget target)
    {
        var session = await RunSession.StartAsync(ConformancePlan.Full(Suite), target, "counter", TimeProvider.System, TestContext.Current.CancellationToken);
        target.Calls.Clear();
        return await session.ExecuteAsync(RandomCases.Only, TestContext.Current.CancellationToken);
    }

    private sealed class CountingTarget(ConformanceOptions options) : IConformanceTarget
    {
        private readonly CounterTarget _counter = new(Suite, limit: 1_000);

        public List<SpecCall> Calls { get; } = [];

        public ConformanceOptions Options => options;

        public TimeSpan EnvironmentDelay => _counter.EnvironmentDelay;

        public TimeSpan ClockTolerance => _counter.ClockTolerance;

        public ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
        {
            Calls.Add(call);
            return _counter.CallAsync(call, cancellationToken);
        }

        public ValueTask DisposeAsync() => _counter.DisposeAsync();
    }
}
