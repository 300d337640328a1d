namespace JobsSpecGen.Tool.Generation;

/// <summary>The part of a line that a terminal has room for.</summary>
internal static class Excerpt
{
    /// <param name="line">The line.</param>
    /// <param name="place">The place in it that has to be seen.</param>
    /// <param name="width">How many characters there is room for.</param>
    /// <returns>The part, each character as one column, and where the place is in it.</returns>
    public static (string Text, int Place) Of(string line, int place, int width)
    {
        width = Math.Max(width, 20);
        place = Math.Clamp(place, 0, line.Length);
        var from = place < width * 3 / 4 ? 0 : place - (width / 2);
        var part = line.AsSpan(from, Math.Min(width, line.Length - from));
        return (string.Concat(part.ToString().Select(c => char.IsControl(c) ? ' ' : c)).TrimEnd(), place - from);
    }
}
