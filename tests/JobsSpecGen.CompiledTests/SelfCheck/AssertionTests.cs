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
        var engine = new EngineCopy();
        Assert.Equal((true, ""), await engine.RunAsync());

        var assertions = engine.Trees.Where(t => Path.GetFileName(Path.GetDirectoryName(t.FilePath)) == "Comparison").SelectMany(Assertion.In).ToList();
        var unnoticed = new List<string>();
        foreach (var assertion in assertions)
        {
            var (conforms, reason) = await engine.RunAsync(assertion.Tree, assertion.Removed);
            TestContext.Current.TestOutputHelper!.WriteLine($"{assertion.Name}: {(conforms ? "green" : reason)}");
            if (conforms)
            {
                unnoticed.Add(assertion.Name);
            }
        }

        Assert.Equal([Unreachable], unnoticed);
        Assert.Equal(Expected, assertions.Count);
    }
}
