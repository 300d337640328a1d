using CsCheck;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>The seed from which everything in a run comes that is left to chance. Given again, it gives the same calls again.</summary>
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

    /// <exception cref="FormatException">The text is no seed.</exception>
    public static RunSeed Of(ConformanceOptions options)
    {
        var text = options.Seed ?? new PCG(unchecked((uint)Random.Shared.Next())).ToString();
        return IsSeed(text) ? new(text) : throw new FormatException(
            $"{PlaceOf(text)} is '{text}', which is not a seed. Copy one from a failure message, where it stands behind {ConformanceOptions.SeedVariable}=, or leave it out: then every run has another one.");
    }

    /// <summary>Chance from the beginning.</summary>
    public PCG Begin() => PCG.Parse(Text);

    /// <summary>Whether the text is one that a failure could have printed. Some others could be read as well, in part: they were not copied well.</summary>
    private static bool IsSeed(string text)
    {
        try
        {
            return PCG.Parse(text).ToString() == text;
        }
        catch (Exception)
        {
            // Of whatever type: that is not documented, and there is nothing else that could be wrong.
            return false;
        }
    }

    /// <summary>Where the text comes from, as far as can be told: the variable goes before the option.</summary>
    private static string PlaceOf(string text) => text == Environment.GetEnvironmentVariable(ConformanceOptions.SeedVariable)
        ? $"The environment variable {ConformanceOptions.SeedVariable}"
        : $"{nameof(ConformanceOptions)}.{nameof(ConformanceOptions.Seed)}";
}
