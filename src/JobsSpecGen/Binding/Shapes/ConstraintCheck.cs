using System;
using System.Linq;
using System.Text.RegularExpressions;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>Checks literals of the spec against the constraints of their shapes; gives what is wrong, or null.</summary>
internal static class ConstraintCheck
{
    // A pattern can take longer than anybody waits. A sound one needs a tiny part of this.
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

    // Close enough for literals: what a Regex and a loop over code points see differently is checked at run time.
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
