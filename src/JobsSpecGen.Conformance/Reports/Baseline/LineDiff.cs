using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace JobsSpecGen.Conformance.Reports.Baseline;

/// <summary>What has to change in a text to become another, line by line, with a little of what stays around it.</summary>
internal static class LineDiff
{
    private const int Context = 2;

    public static string Of(string before, string after)
    {
        var lines = InlineDiffBuilder.Diff(before, after).Lines;
        var text = new StringBuilder();
        var isGap = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var isNear = lines.Skip(Math.Max(0, i - Context)).Take(2 * Context + 1 - Math.Max(0, Context - i)).Any(l => l.Type != ChangeType.Unchanged);
            if (isNear)
            {
                text.Append(lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " }).Append(lines[i].Text).Append('\n');
            }
            else if (!isGap)
            {
                text.Append("  ...\n");
            }

            isGap = !isNear;
        }

        return text.ToString();
    }
}
