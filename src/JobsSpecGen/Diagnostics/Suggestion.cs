using System;
using System.Collections.Generic;
using System.Linq;

namespace JobsSpecGen.Diagnostics;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
internal static class Suggestion
{
    /// <summary>The end of a message: <c> Did you mean 'x'?</c> where a candidate is near, else a list of all where they are few, else nothing.</summary>
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

        return all.Length is > 0 and <= 12 ? $" It may be: {string.Join(", ", all)}." : string.Empty;
    }

    /// <summary>The Levenshtein distance, ignoring case.</summary>
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 8)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                var cost = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(above + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
