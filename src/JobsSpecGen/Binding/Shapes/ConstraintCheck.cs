using System;
using System.Linq;
using System.Text.RegularExpressions;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>Checks literals against the constraints of their shapes; returns the violation, or null.</summary>
internal static class ConstraintCheck
{
    // A pattern can backtrack for a very long time. A sound one needs a tiny part of this.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    public static string? Number(long value, Shape shape) =>
        value < shape.Minimum || value > shape.Maximum ? $"it must lie in {shape.Minimum}..{shape.Maximum}" : null;

    public static string? Count(int count, Shape shape) =>
        count < shape.MinLength || count > shape.MaxLength ? $"the number of its entries must lie in {shape.MinLength}..{shape.MaxLength}" : null;

    public static string? Text(string value, Shape shape, BindingContext context)
    {
        while (shape.Base is { } name && context.Shapes.TryGet(name, out var inner))
        {
            if (shape.Also.Contains(value))
            {
                return null;
            }

            shape = inner;
        }

        if (value.Length < shape.MinLength || value.Length > shape.MaxLength)
        {
            return $"its length must lie in {shape.MinLength}..{shape.MaxLength}";
        }

        return shape.Pattern is { } pattern ? Matching(value, pattern.Text) : null;
    }

    // Precise enough for literals: where a Regex and a loop over code points differ, the check at run time decides.
    private static string? Matching(string value, string pattern)
    {
        try
        {
            return Regex.IsMatch(value, @"\A(?:" + pattern + @")\z", RegexOptions.CultureInvariant, s_patience) ? null : $"it must match {pattern}";
        }
        catch (RegexMatchTimeoutException)
        {
            return $"the pattern {pattern} takes too long to tell; write it without repetitions inside repetitions";
        }
    }
}
