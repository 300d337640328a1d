using System;
using YamlDotNet.Core;

namespace JobsSpecGen.Yaml;

/// <summary>Converts the parser's marks, which count from one, to positions.</summary>
internal static class YamlMarks
{
    public static YamlPosition ToPosition(this in Mark mark) =>
        new((int)Math.Max(0, mark.Line - 1), (int)Math.Max(0, mark.Column - 1));
}
