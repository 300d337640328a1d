namespace JobsSpecGen.Yaml;

/// <summary>The limits of the reader. A real spec stays far below them.</summary>
internal static class YamlBudget
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    /// <summary>The nesting depth of mappings and sequences. It is small enough for recursive algorithms on the nodes.</summary>
    public const int MaxDepth = 64;

    /// <summary>The number of scalars (keys included), sequences and mappings.</summary>
    public const int MaxNodes = 200_000;
}
