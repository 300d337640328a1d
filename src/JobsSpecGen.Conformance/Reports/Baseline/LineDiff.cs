using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace JobsSpecGen.Conformance.Reports.Baseline;

/// <summary>Computes a line diff of two texts with a few unchanged lines around each change.</summary>
internal static class LineDiff
{
    private const int ContextLines = 2;

    public static string Of(string before, string after)
    {
        var lines = InlineDiffBuilder.Diff(before, after).Lines;
        var text = new StringBuilder();
        var isOmitting = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var isShown = lines.Skip(Math.Max(0, i - ContextLines)).Take(2 * ContextLines + 1 - Math.Max(0, ContextLines - i)).Any(l => l.Type != ChangeType.Unchanged);
            if (isShown)
            {
                text.Append(lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " }).Append(lines[i].Text).Append('\n');
            }
            else if (!isOmitting)
            {
                text.Append("  ...\n");
            }

            isOmitting = !isShown;
        }

        return text.ToString();
    }
}
