namespace JobsSpecGen.Model;

/// <summary>
/// A pattern that the whole text must match. Most patterns repeat one character class. These are checked by a loop over code
/// points, without <c>Regex</c>: the check allocates nothing, and an emoji counts as one character.
/// </summary>
/// <param name="Text">The regular expression as written in the spec.</param>
/// <param name="Class">The class that every code point must belong to; null if the pattern needs a regular expression.</param>
/// <param name="AllowsEmpty">Whether the empty text matches; applies only to patterns with a class.</param>
internal sealed record PatternModel(string Text, CodePointClass? Class, bool AllowsEmpty);

/// <summary>A class of code points.</summary>
/// <param name="Negated">Whether the class excludes the listed code points instead of including them.</param>
/// <param name="Ranges">Ranges of code points, first and last included.</param>
/// <param name="ExcludesOther">Whether the list also contains the Unicode category C (control, format, surrogate, private use, unassigned).</param>
internal sealed record CodePointClass(bool Negated, EquatableArray<CodePointRange> Ranges, bool ExcludesOther);

internal readonly record struct CodePointRange(int First, int Last);
