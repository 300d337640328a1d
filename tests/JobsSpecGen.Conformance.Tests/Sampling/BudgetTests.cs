using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Session;
using JobsSpecGen.Conformance.Techniques.Randomized;
using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Sampling;

/// <summary>How many sequences there are, and how long, is the consumer's choice.</summary>
[Collection(nameof(EnvironmentCollection))]
public class BudgetTests
{
    private static readonly CounterSuite Suite = new(limit: 1_000);

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    public async Task As_many_sequences_are_made_as_the_options_say(int runs)
    {
        Assert.Equal(runs, (await LengthsAsync(new() { RandomSequences = runs })).Count);
        Assert.Equal(runs, (await LengthsAsync(new() { RandomSequences = runs, Seed = "0N0XIzNsQ0O2" })).Count);
    }

    [Fact]
    public async Task The_environment_goes_before_the_options_of_the_code()
    {
        using var variable = new Variable(ConformanceOptions.RandomSequencesVariable, "7");
        Assert.Equal(7, (await LengthsAsync(new ConformanceOptions { RandomSequences = 90 }.WithEnvironment())).Count);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public async Task No_sequence_is_longer_than_the_options_say(int longest)
    {
        // At its end each counter in it is looked at.
        const int observations = 2;
        Assert.InRange((await LengthsAsync(new() { MaxSequenceLength = longest })).Max(), longest * 3 / 4, longest + observations);
    }

    [Fact]
    public async Task Without_any_the_case_is_not_passed()
    {
        var random = await ExecuteAsync(new CountingTarget(new() { RandomSequences = 0 }));
        Assert.Equal((Verdict.NotExercised, "RandomSequences is 0"), (random.Verdict, random.Reason));
    }

    [Fact]
    public void What_is_no_number_is_refused_by_the_name_of_the_variable()
    {
        using var variable = new Variable(ConformanceOptions.RandomSequencesVariable, "many");
        var error = Assert.Throws<FormatException>(ConformanceOptions.FromEnvironment);
        Assert.Equal("The environment variable CONFORMANCE_RANDOM_SEQUENCES must be a whole number of at least 0, but is 'many'.", error.Message);
    }

    /// <summary>How many calls each of the sequences had. Every one has names of its own, that end in a number of their own.</summary>
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
