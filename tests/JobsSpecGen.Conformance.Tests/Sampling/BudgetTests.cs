using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Session;
using JobsSpecGen.Conformance.Techniques.Randomized;
using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Sampling;

/// <summary>The options determine the number of sequences and their maximum length.</summary>
[Collection(nameof(EnvironmentCollection))]
public class BudgetTests
{
    private static readonly CounterSuite Suite = new(limit: 1_000);

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    public async Task The_options_set_the_number_of_sequences(int runs)
    {
        Assert.Equal(runs, (await LengthsAsync(new() { RandomSequences = runs })).Count);
        Assert.Equal(runs, (await LengthsAsync(new() { RandomSequences = runs, Seed = "0N0XIzNsQ0O2" })).Count);
    }

    [Fact]
    public async Task The_environment_takes_precedence_over_the_options()
    {
        using var variable = new Variable(ConformanceOptions.RandomSequencesVariable, "7");
        Assert.Equal(7, (await LengthsAsync(new ConformanceOptions { RandomSequences = 90 }.WithEnvironment())).Count);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public async Task The_options_bound_the_length_of_a_sequence(int maxLength)
    {
        // Each counter of a sequence is observed at its end.
        const int observations = 2;
        Assert.InRange((await LengthsAsync(new() { MaxSequenceLength = maxLength })).Max(), maxLength * 3 / 4, maxLength + observations);
    }

    [Fact]
    public async Task A_run_without_sequences_does_not_pass_the_case()
    {
        var random = await ExecuteAsync(new CountingTarget(new() { RandomSequences = 0 }));
        Assert.Equal((Verdict.NotExercised, "RandomSequences is 0"), (random.Verdict, random.Reason));
    }

    [Fact]
    public void An_invalid_number_is_refused_with_the_name_of_the_variable()
    {
        using var variable = new Variable(ConformanceOptions.RandomSequencesVariable, "many");
        var error = Assert.Throws<FormatException>(ConformanceOptions.FromEnvironment);
        Assert.Equal("The environment variable CONFORMANCE_RANDOM_SEQUENCES must be a whole number of at least 0, but is 'many'.", error.Message);
    }

    /// <summary>The number of calls of each sequence. The names of a sequence end in a number that is unique to it.</summary>
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
