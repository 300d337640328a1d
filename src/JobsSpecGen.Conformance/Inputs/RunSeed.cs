using CsCheck;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>The seed of all random choices in a run. The same seed produces the same calls.</summary>
internal sealed class RunSeed
{
    private RunSeed(string text)
    {
        Text = text;
        Number = unchecked((int)Begin().Next());
    }

    /// <summary>The seed as CsCheck writes it.</summary>
    public string Text { get; }

    public int Number { get; }

    /// <exception cref="FormatException">The text is not a seed.</exception>
    public static RunSeed Of(ConformanceOptions options)
    {
        var text = options.Seed ?? new PCG(unchecked((uint)Random.Shared.Next())).ToString();
        return IsSeed(text) ? new(text) : throw new FormatException(
            $"{SourceOf(text)} is '{text}', which is not a seed. Copy one from a failure message, where it follows {ConformanceOptions.SeedVariable}=, or omit it: every run then uses a new seed.");
    }

    /// <summary>Creates the random number generator in its initial state.</summary>
    public PCG Begin() => PCG.Parse(Text);

    /// <summary>Whether the text is a seed as failure messages print it. The parser also accepts parts of other texts, but such a text was copied incorrectly.</summary>
    private static bool IsSeed(string text)
    {
        try
        {
            return PCG.Parse(text).ToString() == text;
        }
        catch (Exception)
        {
            // The type of the exception is not documented, and an invalid seed is its only possible cause.
            return false;
        }
    }

    /// <summary>The probable source of the text. If the variable has the same text, it is named, because it takes precedence over the option.</summary>
    private static string SourceOf(string text) => text == Environment.GetEnvironmentVariable(ConformanceOptions.SeedVariable)
        ? $"The environment variable {ConformanceOptions.SeedVariable}"
        : $"{nameof(ConformanceOptions)}.{nameof(ConformanceOptions.Seed)}";
}
