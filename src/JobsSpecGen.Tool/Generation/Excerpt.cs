namespace JobsSpecGen.Tool.Generation;

/// <summary>Cuts a line to the width of the terminal.</summary>
internal static class Excerpt
{
    /// <param name="line">The line.</param>
    /// <param name="place">The column that must be visible.</param>
    /// <param name="width">The maximum number of characters.</param>
    /// <returns>The visible part, with each character in one column, and the column in it.</returns>
    public static (string Text, int Place) Of(string line, int place, int width)
    {
        width = Math.Max(width, 20);
        place = Math.Clamp(place, 0, line.Length);
        var from = place < width * 3 / 4 ? 0 : place - (width / 2);
        var part = line.AsSpan(from, Math.Min(width, line.Length - from));
        return (string.Concat(part.ToString().Select(c => char.IsControl(c) ? ' ' : c)).TrimEnd(), place - from);
    }
}
