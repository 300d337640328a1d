using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Models;

/// <summary>Emits <c>ValueMap</c>, the factory of <c>ValueMap&lt;T&gt;</c>.</summary>
internal static class ValueMapFactoryText
{
    public static void Write(CodeWriter writer, Namespace name) => writer.Line($$"""
        /// <summary>Creates <see cref="global::{{name}}.ValueMap{T}"/> instances.</summary>
        public static class ValueMap
        {
            /// <summary>Creates a map: <c>ValueMap.Create(("step", "download"), ("percent", "50"))</c>.</summary>
            /// <exception cref="global::System.ArgumentException">A name is null or occurs twice.</exception>
            public static global::{{name}}.ValueMap<T> Create<T>(params (string Key, T Value)[] entries) =>
                new(global::System.Linq.Enumerable.Select(entries, static entry => new global::System.Collections.Generic.KeyValuePair<string, T>(entry.Key, entry.Value)));

            /// <summary>Creates a map with a copy of the names and values. If a name occurs more than once, the last value is used.</summary>
            /// <exception cref="global::System.ArgumentNullException">A name is null.</exception>
            public static global::{{name}}.ValueMap<T> CreateLastWins<T>(global::System.ReadOnlySpan<global::System.Collections.Generic.KeyValuePair<string, T>> entries)
            {
                if (entries.IsEmpty)
                {
                    return global::{{name}}.ValueMap<T>.Empty;
                }

                var sorted = entries.ToArray();
                if (sorted.Length <= 32)
                {
                    SortFew(sorted);
                }
                else
                {
                    // Unlike Array.Sort, this sort is stable.
                    sorted = global::System.Linq.Enumerable.ToArray(global::System.Linq.Enumerable.OrderBy(sorted, static entry => entry.Key, global::System.StringComparer.Ordinal));
                }

                var last = 0;
                for (var i = 0; i < sorted.Length; i++)
                {
                    global::System.ArgumentNullException.ThrowIfNull(sorted[i].Key, nameof(entries));
                    last = i == 0 || sorted[i].Key == sorted[last].Key ? last : last + 1;
                    sorted[last] = sorted[i];
                }

                global::System.Array.Resize(ref sorted, last + 1);
                return global::{{name}}.ValueMap<T>.Adopt(sorted);
            }

            private static void SortFew<T>(global::System.Collections.Generic.KeyValuePair<string, T>[] entries)
            {
                for (var i = 1; i < entries.Length; i++)
                {
                    var entry = entries[i];
                    var at = i;
                    for (; at > 0 && string.CompareOrdinal(entries[at - 1].Key, entry.Key) > 0; at--)
                    {
                        entries[at] = entries[at - 1];
                    }

                    entries[at] = entry;
                }
            }
        }
        """);
}
