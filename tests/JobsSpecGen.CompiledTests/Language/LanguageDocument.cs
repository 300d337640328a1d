namespace JobsSpecGen.CompiledTests.Language;

/// <summary>
/// <c>spec/LANGUAGE.md</c> as the tests see it: its fenced code blocks, and the specs that they make up.
/// <list type="table">
/// <item><term><c>yaml step=N</c></term><description>Tutorial: what step N adds to the spec of the step before, by the rules of <see cref="YamlMerge"/>.</description></item>
/// <item><term><c>text suite=N</c></term><description>Tutorial: the rules that are new in step N, each with the verdict of the suite on the reference in process.</description></item>
/// <item><term><c>text not-verifiable</c></term><description>Tutorial: the clauses that are not verifiable in process, each with the reason.</description></item>
/// <item><term><c>csharp</c></term><description>Tutorial: the test class of the reader.</description></item>
/// <item><term><c>yaml part</c></term><description>Reference: is added to the last spec of the tutorial, by the same rules.</description></item>
/// <item><term><c>yaml insert=NAME:N</c></term><description>Reference: steps that go behind the first N steps of an operation or action of that spec. If they end with a <c>return</c>, the steps behind them are dropped.</description></item>
/// <item><term><c>yaml spec</c></term><description>Reference: a whole spec.</description></item>
/// <item><term><c>ebnf</c></term><description>Reference: the grammar of expressions. It is not tested.</description></item>
/// </list>
/// </summary>
internal sealed class LanguageDocument
{
    private const string Fence = "```";
    private const string Reference = "## Part 2: Reference";

    private readonly string[] _lines;

    private LanguageDocument(string[] lines, IReadOnlyList<FencedBlock> blocks)
    {
        _lines = lines;
        Blocks = blocks;
        Steps = [.. blocks.Where(block => block.IsInTutorial && block.Info == $"yaml step={StepsBefore(block) + 1}")];
        Examples = [.. blocks.Where(block => !block.IsInTutorial && (block.Info is "yaml part" or "yaml spec" || block.Info.StartsWith("yaml insert=", StringComparison.Ordinal)))];
    }

    /// <summary>All blocks, in the order of the document.</summary>
    public IReadOnlyList<FencedBlock> Blocks { get; }

    /// <summary>The steps of the tutorial, the first at index 0. A block whose number is out of order is not among them.</summary>
    public IReadOnlyList<FencedBlock> Steps { get; }

    /// <summary>The YAML of the reference.</summary>
    public IReadOnlyList<FencedBlock> Examples { get; }

    /// <summary>The blocks that no test uses. There must be none.</summary>
    public IEnumerable<FencedBlock> Unused => Blocks
        .Except(Steps)
        .Except(Examples)
        .Except(Enumerable.Range(1, Steps.Count).Select(SuiteOf))
        .Except(Blocks.Where(block => block.IsInTutorial ? block.Info is "csharp" or "text not-verifiable" : block.Info == "ebnf"));

    public static LanguageDocument Parse(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var reference = Array.IndexOf(lines, Reference);
        Assert.True(reference >= 0, $"LANGUAGE.md has no line '{Reference}', which separates the tutorial from the reference.");

        var blocks = new List<FencedBlock>();
        for (var at = 0; at < lines.Length; at++)
        {
            // A fence in another form would hide its block from these tests.
            Assert.False(IsFenceOfAnotherForm(lines[at]), $"LANGUAGE.md:{at + 1}: start a fence with three backticks in the first column.");
            if (!lines[at].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.IndexOf(lines, Fence, at + 1);
            Assert.True(end > at, $"LANGUAGE.md:{at + 1}: close the fence with three backticks.");
            blocks.Add(new(lines[at][Fence.Length..].Trim(), string.Concat(lines[(at + 1)..end].Select(line => line + "\n")), at + 1, at < reference));
            at = end;
        }

        return new(lines, blocks);
    }

    /// <summary>The whole spec after a step of the tutorial, counted from 1.</summary>
    public string SpecAfter(int step) => Steps.Take(step).Select(block => block.Text).Aggregate(YamlMerge.Add);

    /// <summary>The rules that are new in a step, with their verdicts.</summary>
    public FencedBlock SuiteOf(int step) => One($"text suite={step}");

    /// <summary>The only block of the tutorial with certain words.</summary>
    public FencedBlock One(string info) => Assert.Single(Blocks, block => block.IsInTutorial && block.Info == info);

    /// <summary>The lines of the reference.</summary>
    public IEnumerable<string> ReferenceLines => _lines.SkipWhile(line => line != Reference);

    /// <summary>The tables of the reference whose first column has a certain name: their rows, each as its cells.</summary>
    public IEnumerable<IReadOnlyList<string[]>> Tables(string firstColumn)
    {
        var lines = ReferenceLines.ToList();
        return Enumerable.Range(0, lines.Count)
            .Where(at => lines[at].StartsWith($"| {firstColumn} |", StringComparison.Ordinal))
            .Select(at => lines.Skip(at + 2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|', ' ').Split(" | ")).ToList());
    }

    /// <summary>The whole spec that an example of the reference makes up.</summary>
    public string SpecWith(FencedBlock example)
    {
        var host = SpecAfter(Steps.Count);
        if (example.Info is "yaml part" or "yaml spec")
        {
            return example.Info == "yaml spec" ? example.Text : YamlMerge.Add(host, example.Text);
        }

        var place = example.Info["yaml insert=".Length..].Split(':');
        return YamlMerge.Insert(host, place[0], int.Parse(place[1], System.Globalization.CultureInfo.InvariantCulture), example.Text);
    }

    private static int StepsBefore(FencedBlock block, IEnumerable<FencedBlock> blocks) =>
        blocks.TakeWhile(other => other != block).Count(other => other.Info.StartsWith("yaml step=", StringComparison.Ordinal));

    private static bool IsFenceOfAnotherForm(string line)
    {
        var text = line.TrimStart(' ', '\t', '>');
        return text.StartsWith("~~~", StringComparison.Ordinal) || text.StartsWith("````", StringComparison.Ordinal) || (text.StartsWith(Fence, StringComparison.Ordinal) && text != line);
    }

    private int StepsBefore(FencedBlock block) => StepsBefore(block, Blocks);
}
