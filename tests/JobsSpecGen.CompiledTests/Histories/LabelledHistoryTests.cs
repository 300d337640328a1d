using JobsSpecGen.CompiledTests.Harness;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Histories;

/// <summary>Recorded histories of a real register, each with its published verdict. The register is a spec in our language.</summary>
public class LabelledHistoryTests
{
    /// <summary>The histories lie beside the project, where its facts are kept; a user's clone may not have them.</summary>
    private static readonly string s_folder = Path.Combine(Repository.Root, "..", "shared", "facts", "histories");

    [Fact]
    public void Every_labelled_history_is_judged_as_published()
    {
        Assert.SkipUnless(Directory.Exists(s_folder), "The labelled histories (shared/facts/histories) are not beside this checkout.");
        var labels = File.ReadAllLines(Path.Combine(s_folder, "labels.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.True(labels.Count >= 50, $"Only {labels.Count} labels were found.");

        var wrong = TestScale.EveryNth(4, labels)
            .Select(label => (File: label[0], Expected: label[1], Actual: Words(Judge(label[0]))))
            .Where(judged => judged.Expected != judged.Actual);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_history_of_a_thousand_calls_is_decided(int clients)
    {
        var calls = Recordings.Of(clients, calls: 1_000, seed: 7);
        Assert.Equal(HistoryVerdict.Linearizable, HistoryCheck.Check(Registers.RegisterSuite.Instance, calls));

        // One read near the end that gives what was overwritten long before.
        Assert.Equal(HistoryVerdict.NotLinearizable, HistoryCheck.Check(Registers.RegisterSuite.Instance, Recordings.WithStaleRead(calls)));
    }

    [Fact]
    public void What_cannot_be_decided_within_the_bound_is_not_decided()
    {
        var calls = Recordings.WithStaleRead(Recordings.Of(clients: 3, calls: 200, seed: 7));
        Assert.Equal(HistoryVerdict.Undecided, HistoryCheck.Check(Registers.RegisterSuite.Instance, calls, maxSteps: 50));
    }

    private static HistoryVerdict Judge(string file) =>
        HistoryCheck.Check(Registers.RegisterSuite.Instance, JepsenLog.Read(File.ReadLines(Path.Combine(s_folder, file))));

    private static string Words(HistoryVerdict verdict) => verdict switch
    {
        HistoryVerdict.Linearizable => "linearizable",
        HistoryVerdict.NotLinearizable => "not-linearizable",
        _ => "undecided",
    };
}
