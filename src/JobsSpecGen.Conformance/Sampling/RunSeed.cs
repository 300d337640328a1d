using CsCheck;

namespace JobsSpecGen.Conformance.Sampling;

/// <summary>The seed from which everything in a run comes that is left to chance. Given again, it gives the same calls again.</summary>
internal sealed class RunSeed
{
    private RunSeed(string text)
    {
        Text = text;
        Number = unchecked((int)PCG.Parse(text).Next());
    }

    /// <summary>The seed as CsCheck writes it.</summary>
    public string Text { get; }

    public int Number { get; }

    /// <exception cref="FormatException">The text is no seed.</exception>
    public static RunSeed Of(ConformanceOptions options)
    {
        var text = options.Seed ?? new PCG(unchecked((uint)Random.Shared.Next())).ToString();
        try
        {
            return new(text);
        }
        catch (Exception exception) when (exception is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new FormatException($"'{text}' is not a seed. Copy it from a failure message, where it stands behind {ConformanceOptions.SeedVariable}=.", exception);
        }
    }
}
