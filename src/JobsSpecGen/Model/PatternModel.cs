namespace JobsSpecGen.Model;

/// <summary>
/// A pattern that a whole text must match. Most patterns repeat one class of characters; those are checked by a loop over
/// code points, without <c>Regex</c>, so that checking allocates nothing and emoji count as one character.
/// </summary>
/// <param name="Text">The regular expression as the spec has it.</param>
/// <param name="Class">The class that every code point must belong to; null: the pattern needs a regular expression.</param>
/// <param name="AllowsEmpty">With a class: whether the empty text matches.</param>
internal sealed record PatternModel(string Text, CodePointClass? Class, bool AllowsEmpty);

/// <summary>A class of code points.</summary>
/// <param name="Negated">Whether what follows is excluded instead of included.</param>
/// <param name="Ranges">Code points from first to last.</param>
/// <param name="ExcludesOther">Whether the Unicode category C (control, format, surrogate, private use, unassigned) belongs to what is listed.</param>
internal sealed record CodePointClass(bool Negated, EquatableArray<CodePointRange> Ranges, bool ExcludesOther);

internal readonly record struct CodePointRange(int First, int Last);
