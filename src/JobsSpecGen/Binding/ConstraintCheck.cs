using System.Text.RegularExpressions;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding;

/// <summary>Checks literals of the spec against the constraints of their shapes; gives what is wrong, or null.</summary>
internal static class ConstraintCheck
{
    public static string? Number(long value, Shape shape) =>
        value < shape.Minimum || value > shape.Maximum ? $"it must lie in {shape.Minimum}..{shape.Maximum}" : null;

    public static string? Text(string value, Shape shape, BindingContext context)
    {
        if (shape.Base is { } name && context.Shapes.TryGet(name, out var inner))
        {
            return shape.Also.Contains(value) ? null : Text(value, inner, context);
        }

        if (value.Length < shape.MinLength || value.Length > shape.MaxLength)
        {
            return $"its length must lie in {shape.MinLength}..{shape.MaxLength}";
        }

        // Close enough for literals: what a Regex and a loop over code points see differently is checked at run time.
        return shape.Pattern is { } pattern && !Regex.IsMatch(value, @"\A(?:" + pattern.Text + @")\z", RegexOptions.CultureInvariant)
            ? $"it must match {pattern.Text}"
            : null;
    }
}
