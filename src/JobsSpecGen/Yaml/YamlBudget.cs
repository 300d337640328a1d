namespace JobsSpecGen.Yaml;

/// <summary>How much of a text is read before the reader gives up. A real spec stays far below.</summary>
internal static class YamlBudget
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    /// <summary>Mappings and lists inside each other. Whoever walks the nodes may do so recursively.</summary>
    public const int MaxDepth = 64;

    /// <summary>Scalars (keys too), lists and mappings.</summary>
    public const int MaxNodes = 200_000;
}
