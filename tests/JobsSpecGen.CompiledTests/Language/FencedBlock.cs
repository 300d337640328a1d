namespace JobsSpecGen.CompiledTests.Language;

/// <summary>A fenced code block of <c>spec/LANGUAGE.md</c>.</summary>
/// <param name="Info">The words after the opening fence, for example <c>yaml step=3</c>.</param>
/// <param name="Text">The lines between the fences.</param>
/// <param name="Line">The line of the opening fence, counted from 1.</param>
/// <param name="IsInTutorial">Whether the block is in the tutorial, which ends where the reference begins.</param>
internal sealed record FencedBlock(string Info, string Text, int Line, bool IsInTutorial)
{
    /// <summary>The lines with text, each as its first word and the rest.</summary>
    public IEnumerable<(string Word, string Remainder)> Rows =>
        Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts[^1].Trim()));

    public override string ToString() => $"LANGUAGE.md:{Line} ```{Info}";
}
