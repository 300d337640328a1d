namespace JobsSpecGen.Conformance.Tests.Randomized;

/// <summary>The seed in a failure message reproduces the failure.</summary>
public class SeedTests
{
    private const int Replays = 20;

    public static TheoryData<int, bool> Faults => LateCounterRuns.All;

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Printed_seed_reproduces_the_trace(int lost, bool isWrittenWhenRead)
    {
        var first = await LongSequenceFaultTests.FailureAsync(lost, isWrittenWhenRead);
        var options = new ConformanceOptions { Seed = PrintedTrace.SeedOf(first) };
        for (var i = 0; i < Replays; i++)
        {
            var again = await LongSequenceFaultTests.FailureAsync(lost, isWrittenWhenRead, options);
            Assert.Equal(options.Seed, PrintedTrace.SeedOf(again));
            Assert.Equal(Shape(first), Shape(again));
            Assert.Equal(first.Pattern, again.Pattern);
        }
    }

    [Fact]
    public async Task Printed_seed_needs_one_sequence_only()
    {
        var first = await LongSequenceFaultTests.FailureAsync(5, false);
        var again = await LongSequenceFaultTests.FailureAsync(5, false, new() { Seed = PrintedTrace.SeedOf(first), RandomSequences = 1 });
        Assert.Equal(Shape(first), Shape(again));
    }

    /// <summary>A fixed seed that is not from a failure message gives the same sequences in every run as well.</summary>
    [Fact]
    public async Task Fixed_seed_finds_the_same_failure_in_every_run()
    {
        // The first sequence of this seed does not fail, but a later one does.
        var options = new ConformanceOptions { Seed = "000000000001" };
        var first = await LongSequenceFaultTests.FailureAsync(6, false, options);
        var again = await LongSequenceFaultTests.FailureAsync(6, false, options);
        Assert.NotEqual(options.Seed, PrintedTrace.SeedOf(first));
        Assert.Equal(PrintedTrace.SeedOf(first), PrintedTrace.SeedOf(again));
        Assert.Equal(Shape(first), Shape(again));
    }

    /// <summary>The trace without the names, which differ in every run.</summary>
    private static IEnumerable<string> Shape(ConformanceFailure failure)
    {
        var names = new List<SpecValue>();
        foreach (var call in PrintedTrace.CallsOf(failure))
        {
            var name = call.Request["name"];
            if (!names.Contains(name))
            {
                names.Add(name);
            }

            yield return $"{call.Operation} {names.IndexOf(name)} {call.Request["amount"]}";
        }
    }
}
