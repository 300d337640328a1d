using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Models;

/// <summary>Emits <c>ValueMap&lt;T&gt;</c>, which is the same in every namespace.</summary>
internal static class ValueMapText
{
    public static void Write(CodeWriter writer, Namespace name)
    {
        ValueMapFactoryText.Write(writer, name);
        writer.Line();
        writer.Open($$"""
            /// <summary>An immutable map with value equality: two maps are equal if they have the same names with equal values. The order of creation does not matter.</summary>
            public sealed class ValueMap<T> : global::System.Collections.Generic.IReadOnlyDictionary<string, T>, global::System.IEquatable<global::{{name}}.ValueMap<T>>
            """);
        WriteConstruction(writer, name);
        writer.Line();
        WriteReading(writer);
        writer.Line();
        WriteEquality(writer, name);
        writer.Line();
        WriteEnumeration(writer);
        writer.Close();
    }

    private static void WriteConstruction(CodeWriter writer, Namespace name) => writer.Line($$"""
        // In ordinal order of the names.
        private readonly global::System.Collections.Generic.KeyValuePair<string, T>[] _entries;

        /// <summary>Creates a map with a copy of the names and values.</summary>
        /// <exception cref="global::System.ArgumentException">A name is null or occurs twice.</exception>
        public ValueMap(global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, T>> entries)
        {
            _entries = global::System.Linq.Enumerable.ToArray(entries);
            global::System.Array.Sort(_entries, static (left, right) => string.CompareOrdinal(left.Key, right.Key));
            for (var i = 0; i < _entries.Length; i++)
            {
                if (_entries[i].Key is null)
                {
                    throw new global::System.ArgumentException("A name is null.", nameof(entries));
                }

                if (i > 0 && _entries[i].Key == _entries[i - 1].Key)
                {
                    throw new global::System.ArgumentException("A name is given twice: " + _entries[i].Key, nameof(entries));
                }
            }
        }

        private ValueMap(global::System.Collections.Generic.KeyValuePair<string, T>[] entries, bool adopted)
        {
            _ = adopted;
            _entries = entries;
        }

        /// <summary>The empty map.</summary>
        public static global::{{name}}.ValueMap<T> Empty { get; } = new(global::System.Array.Empty<global::System.Collections.Generic.KeyValuePair<string, T>>());

        /// <summary>Wraps an array without copying it. It must be in ordinal order of distinct names; the caller must not change it afterwards.</summary>
        internal static global::{{name}}.ValueMap<T> Adopt(global::System.Collections.Generic.KeyValuePair<string, T>[] entries) => new(entries, adopted: true);
        """);

    private static void WriteReading(CodeWriter writer) => writer.Line($$"""
        /// <summary>The number of values.</summary>
        public int Count => _entries.Length;

        /// <summary>The names, in ordinal order.</summary>
        public global::System.Collections.Generic.IEnumerable<string> Keys => global::System.Linq.Enumerable.Select(_entries, static entry => entry.Key);

        /// <summary>The values, in ordinal order of their names.</summary>
        public global::System.Collections.Generic.IEnumerable<T> Values => global::System.Linq.Enumerable.Select(_entries, static entry => entry.Value);

        /// <summary>The value of a name.</summary>
        /// <exception cref="global::System.Collections.Generic.KeyNotFoundException">The map does not contain the name.</exception>
        public T this[string key] =>
            TryGetValue(key, out var value) ? value : throw new global::System.Collections.Generic.KeyNotFoundException("There is no value of that name: " + key);

        /// <inheritdoc/>
        public bool ContainsKey(string key) => TryGetValue(key, out _);

        /// <inheritdoc/>
        public bool TryGetValue(string key, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
        {
            var low = 0;
            var high = _entries.Length - 1;
            while (low <= high)
            {
                var middle = (low + high) >>> 1;
                var order = string.CompareOrdinal(_entries[middle].Key, key);
                if (order == 0)
                {
                    value = _entries[middle].Value;
                    return true;
                }

                if (order < 0)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle - 1;
                }
            }

            value = default;
            return false;
        }
        """);

    private static void WriteEquality(CodeWriter writer, Namespace name) => writer.Line($$"""
        /// <summary>Whether two maps have the same names with equal values.</summary>
        public static bool operator ==(global::{{name}}.ValueMap<T>? left, global::{{name}}.ValueMap<T>? right) =>
            left is null ? right is null : left.Equals(right);

        /// <summary>Whether two maps differ.</summary>
        public static bool operator !=(global::{{name}}.ValueMap<T>? left, global::{{name}}.ValueMap<T>? right) => !(left == right);

        /// <inheritdoc/>
        public bool Equals(global::{{name}}.ValueMap<T>? other)
        {
            if (other is null || other._entries.Length != _entries.Length)
            {
                return false;
            }

            for (var i = 0; i < _entries.Length; i++)
            {
                if (_entries[i].Key != other._entries[i].Key
                    || !global::System.Collections.Generic.EqualityComparer<T>.Default.Equals(_entries[i].Value, other._entries[i].Value))
                {
                    return false;
                }
            }

            return true;
        }

        /// <inheritdoc/>
        public override bool Equals(object? obj) => Equals(obj as global::{{name}}.ValueMap<T>);

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            var hash = default(global::System.HashCode);
            foreach (var entry in _entries)
            {
                hash.Add(entry.Key);
                hash.Add(entry.Value);
            }

            return hash.ToHashCode();
        }

        /// <summary>The names and values as text: <c>{ percent: 50, step: download }</c>.</summary>
        public override string ToString() =>
            _entries.Length == 0 ? "{ }" : "{ " + string.Join(", ", global::System.Linq.Enumerable.Select(_entries, static entry => entry.Key + ": " + entry.Value)) + " }";
        """);

    private static void WriteEnumeration(CodeWriter writer) => writer.Line($$"""
        /// <summary>Enumerates names and values in ordinal order of the names; <c>foreach</c> allocates nothing.</summary>
        public Enumerator GetEnumerator() => new(_entries);

        global::System.Collections.Generic.IEnumerator<global::System.Collections.Generic.KeyValuePair<string, T>> global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, T>>.GetEnumerator() => GetEnumerator();

        global::System.Collections.IEnumerator global::System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Enumerates the names and values of a map.</summary>
        public struct Enumerator : global::System.Collections.Generic.IEnumerator<global::System.Collections.Generic.KeyValuePair<string, T>>
        {
            private readonly global::System.Collections.Generic.KeyValuePair<string, T>[] _entries;
            private int _index;

            internal Enumerator(global::System.Collections.Generic.KeyValuePair<string, T>[] entries)
            {
                _entries = entries;
                _index = -1;
            }

            /// <inheritdoc/>
            public readonly global::System.Collections.Generic.KeyValuePair<string, T> Current => _entries[_index];

            readonly object global::System.Collections.IEnumerator.Current => Current;

            /// <inheritdoc/>
            public bool MoveNext() => ++_index < _entries.Length;

            /// <inheritdoc/>
            public void Reset() => _index = -1;

            /// <inheritdoc/>
            public readonly void Dispose()
            {
            }
        }
        """);
}
