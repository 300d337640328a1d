namespace JobsSpecGen.Yaml;

/// <summary>The style of a scalar.</summary>
internal enum YamlScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}
