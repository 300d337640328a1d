using System;
using System.Collections.Generic;
using System.Linq;

namespace JobsSpecGen.Diagnostics;

/// <summary>Suggests the name that a misspelt name was probably meant to be.</summary>
internal static class Suggestion
{
    /// <summary>The end of a message: <c> Did you mean 'x'?</c> if a candidate is similar, a list of all candidates if there are few, otherwise nothing.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        var all = candidates.Distinct().OrderBy(candidate => candidate, StringComparer.Ordinal).ToArray();
        var nearest = all
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        if (nearest.Name is not null && nearest.Distance <= Math.Max(1, Math.Min(name.Length, nearest.Name.Length) / 3))
        {
            return $" Did you mean '{nearest.Name}'?";
        }

        return all.Length == 0 ? string.Empty
            : all.Length <= 12 ? $" It may be: {string.Join(", ", all)}."
            : $" It may be, among others: {string.Join(", ", all.OrderBy(candidate => Distance(name, candidate)).Take(6))}.";
    }

    /// <summary>The Damerau-Levenshtein distance (a transposition counts as one edit), ignoring case.</summary>
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 8)
        {
            return int.MaxValue;
        }

        // Three rows of the table are enough: the current one and the two above it.
        var (first, above, row) = (new int[right.Length + 1], new int[right.Length + 1], Enumerable.Range(0, right.Length + 1).ToArray());
        for (var i = 1; i <= left.Length; i++)
        {
            (first, above, row) = (above, row, first);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], first[j - 2] + 1);
                }
            }
        }

        return row[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
