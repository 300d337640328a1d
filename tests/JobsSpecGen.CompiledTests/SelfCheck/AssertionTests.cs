namespace JobsSpecGen.CompiledTests.SelfCheck;

/// <summary>
/// The self-check is checked, too: with any one of its assertions taken out of the engine, the suite still calls the
/// reference right, and the green verdict is refused.
/// </summary>
public class AssertionTests
{
    /// <summary>So that a change of how assertions are written does not go by unseen.</summary>
    private const int Expected = 18;

    /// <summary>Every error of a generated suite that carries data has a shape, so that data without one is never compared.</summary>
    private const string Unreachable = "OutcomeComparer.cs: expected.Members.Where(m => !m.Value.Equals(actual[m.Key]))";

    [Fact]
    public async Task A_green_verdict_is_refused_when_any_assertion_is_taken_out()
    {
        using var engine = new EngineCopy(t => Path.GetFileName(Path.GetDirectoryName(t.FilePath)) == "Comparison" ? Assertion.In(t) : []);
        Assert.Equal((true, ""), await engine.RunAsync(without: null));

        var unnoticed = new List<string>();
        foreach (var assertion in TestScale.EveryNth(9, engine.Assertions))
        {
            var (conforms, reason) = await engine.RunAsync(assertion);
            TestContext.Current.TestOutputHelper!.WriteLine($"{assertion.Name}: {(conforms ? "green" : reason)}");
            if (conforms)
            {
                unnoticed.Add(assertion.Name);
            }
        }

        Assert.Equal(TestScale.EveryNth(9, engine.Assertions).Select(a => a.Name).Where(name => name == Unreachable), unnoticed);
        Assert.Equal(Expected, engine.Assertions.Count);
    }
}
