using System.Globalization;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>Parses <c>MIN..MAX</c>; either bound is optional.</summary>
internal static class RangeText
{
    public static (long? Minimum, long? Maximum) Read(YamlScalar? scalar, FindingList findings)
    {
        if (scalar is null)
        {
            return (null, null);
        }

        var parts = scalar.Value.Split(["..",], System.StringSplitOptions.None);
        long? minimum = null;
        long? maximum = null;
        if (parts.Length != 2 || scalar.Value.Trim() == ".." || !TryReadSide(parts[0], out minimum) || !TryReadSide(parts[1], out maximum))
        {
            findings.Add(ConstraintRules.InvalidRange, scalar.Span, scalar.Value);
            return (null, null);
        }

        if (minimum > maximum)
        {
            findings.Add(ConstraintRules.EmptyRange, scalar.Span, scalar.Value);
            return (null, null);
        }

        return (minimum, maximum);
    }

    /// <summary>A range of lengths: not below 0, and within <c>int</c>.</summary>
    public static (int? Minimum, int? Maximum) ReadLength(YamlScalar? scalar, FindingList findings)
    {
        var (minimum, maximum) = Read(scalar, findings);
        if (minimum < 0 || maximum > int.MaxValue || minimum > int.MaxValue)
        {
            findings.Add(ConstraintRules.EmptyRange, scalar!.Span, scalar.Value);
            return (null, null);
        }

        return ((int?)minimum, (int?)maximum);
    }

    private static bool TryReadSide(string text, out long? value)
    {
        value = null;
        if (text.Trim().Length == 0)
        {
            return true;
        }

        var isNumber = long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        value = number;
        return isNumber;
    }
}
