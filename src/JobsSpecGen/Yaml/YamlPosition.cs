using System;

namespace JobsSpecGen.Yaml;

/// <summary>A position in a text. Lines and columns count from zero, columns in UTF-16 code units, as in the compiler.</summary>
internal readonly record struct YamlPosition(int Line, int Column) : IComparable<YamlPosition>
{
    public int CompareTo(YamlPosition other) =>
        Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);
}
