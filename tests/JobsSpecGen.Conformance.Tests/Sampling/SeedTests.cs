namespace JobsSpecGen.Conformance.Tests.Sampling;

/// <summary>The seed that a failure prints makes the same happen again.</summary>
public class SeedTests
{
    private const int Replays = 20;

    public static TheoryData<int, bool> Mistakes => LateMistakes.All;

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task The_printed_seed_gives_the_same_trace_again(int lost, bool isWrittenWhenRead)
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
    public async Task A_single_run_is_enough_for_the_printed_seed()
    {
        var first = await LateMistakeTests.FailureAsync(5, false);
        var again = await LateMistakeTests.FailureAsync(5, false, new() { Seed = PrintedTrace.SeedOf(first), RandomSequences = 1 });
        Assert.Equal(Shape(first), Shape(again));
    }

    /// <summary>A seed that is not that of a failure is one all the same: whoever pins it has the same sequences in every run.</summary>
    [Fact]
    public async Task A_pinned_seed_finds_the_same_every_time()
    {
        // It goes wrong, but not at once.
        var options = new ConformanceOptions { Seed = "000000000001" };
        var first = await LateMistakeTests.FailureAsync(6, false, options);
        var again = await LateMistakeTests.FailureAsync(6, false, options);
        Assert.NotEqual(options.Seed, PrintedTrace.SeedOf(first));
        Assert.Equal(PrintedTrace.SeedOf(first), PrintedTrace.SeedOf(again));
        Assert.Equal(Shape(first), Shape(again));
    }

    /// <summary>The trace without the names, which are others in every run.</summary>
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
