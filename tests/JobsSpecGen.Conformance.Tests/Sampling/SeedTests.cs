namespace JobsSpecGen.Conformance.Tests.Sampling;

/// <summary>The seed in a failure message reproduces the failure.</summary>
public class SeedTests
{
    private const int Replays = 20;

    public static TheoryData<int, bool> Mistakes => LateMistakes.All;

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task The_printed_seed_reproduces_the_trace(int lost, bool isWrittenWhenRead)
    {
        var first = await LateMistakeTests.FailureAsync(lost, isWrittenWhenRead);
        var options = new ConformanceOptions { Seed = PrintedTrace.SeedOf(first) };
        for (var i = 0; i < Replays; i++)
        {
            var again = await LateMistakeTests.FailureAsync(lost, isWrittenWhenRead, options);
            Assert.Equal(options.Seed, PrintedTrace.SeedOf(again));
            Assert.Equal(Shape(first), Shape(again));
            Assert.Equal(first.Pattern, again.Pattern);
        }
    }

    [Fact]
    public async Task One_sequence_is_enough_for_the_printed_seed()
    {
        var first = await LateMistakeTests.FailureAsync(5, false);
        var again = await LateMistakeTests.FailureAsync(5, false, new() { Seed = PrintedTrace.SeedOf(first), RandomSequences = 1 });
        Assert.Equal(Shape(first), Shape(again));
    }

    /// <summary>A seed that is not from a failure is valid too. Every run with it makes the same sequences.</summary>
    [Fact]
    public async Task A_pinned_seed_finds_the_same_failure_in_every_run()
    {
        // The failure is not in the first sequence.
        var options = new ConformanceOptions { Seed = "000000000001" };
        var first = await LateMistakeTests.FailureAsync(6, false, options);
        var again = await LateMistakeTests.FailureAsync(6, false, options);
        Assert.NotEqual(options.Seed, PrintedTrace.SeedOf(first));
        Assert.Equal(PrintedTrace.SeedOf(first), PrintedTrace.SeedOf(again));
        Assert.Equal(Shape(first), Shape(again));
    }

    /// <summary>The trace without the names, which differ between runs.</summary>
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
