using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Models;

/// <summary>Emits <c>ValueList&lt;T&gt;</c>, which is the same in every namespace.</summary>
internal static class ValueListText
{
    public static void Write(CodeWriter writer, Namespace name) => writer.Line($$"""
        /// <summary>Creates <see cref="global::{{name}}.ValueList{T}"/> instances; collection expressions such as <c>[a, b]</c> use it.</summary>
        public static class ValueList
        {
            /// <summary>Creates a list with a copy of the values.</summary>
            public static global::{{name}}.ValueList<T> Create<T>(global::System.ReadOnlySpan<T> items) =>
                items.IsEmpty ? global::{{name}}.ValueList<T>.Empty : global::{{name}}.ValueList<T>.Adopt(items.ToArray());
        }

        /// <summary>An immutable list with value equality: two lists are equal if their elements are.</summary>
        [global::System.Runtime.CompilerServices.CollectionBuilder(typeof(global::{{name}}.ValueList), nameof(global::{{name}}.ValueList.Create))]
        public sealed class ValueList<T> : global::System.Collections.Generic.IReadOnlyList<T>, global::System.IEquatable<global::{{name}}.ValueList<T>>
        {
            private readonly T[] _items;

            /// <summary>Creates a list with a copy of the values.</summary>
            public ValueList(global::System.Collections.Generic.IEnumerable<T> items)
                : this(global::System.Linq.Enumerable.ToArray(items), adopted: true)
            {
            }

            private ValueList(T[] items, bool adopted)
            {
                _ = adopted;
                _items = items;
            }

            /// <summary>The empty list.</summary>
            public static global::{{name}}.ValueList<T> Empty { get; } = new(global::System.Array.Empty<T>(), adopted: true);

            /// <summary>The number of values.</summary>
            public int Count => _items.Length;

            /// <summary>The value at an index, from 0.</summary>
            /// <exception cref="global::System.IndexOutOfRangeException">The index is out of range.</exception>
            public T this[int index] => _items[index];

            /// <summary>Whether two lists hold equal values in the same order.</summary>
            public static bool operator ==(global::{{name}}.ValueList<T>? left, global::{{name}}.ValueList<T>? right) =>
                left is null ? right is null : left.Equals(right);

            /// <summary>Whether two lists differ.</summary>
            public static bool operator !=(global::{{name}}.ValueList<T>? left, global::{{name}}.ValueList<T>? right) => !(left == right);

            /// <inheritdoc/>
            public bool Equals(global::{{name}}.ValueList<T>? other) =>
                other is not null
                && global::System.MemoryExtensions.SequenceEqual<T>(_items, other._items, global::System.Collections.Generic.EqualityComparer<T>.Default);

            /// <inheritdoc/>
            public override bool Equals(object? obj) => Equals(obj as global::{{name}}.ValueList<T>);

            /// <inheritdoc/>
            public override int GetHashCode()
            {
                var hash = default(global::System.HashCode);
                foreach (var item in _items)
                {
                    hash.Add(item);
                }

                return hash.ToHashCode();
            }

            /// <summary>The values as text: <c>[a, b]</c>.</summary>
            public override string ToString() => "[" + string.Join(", ", _items) + "]";

            /// <summary>Enumerates the values in order; <c>foreach</c> allocates nothing.</summary>
            public Enumerator GetEnumerator() => new(_items);

            global::System.Collections.Generic.IEnumerator<T> global::System.Collections.Generic.IEnumerable<T>.GetEnumerator() => GetEnumerator();

            global::System.Collections.IEnumerator global::System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

            /// <summary>Wraps an array without copying it; the caller must not change it afterwards.</summary>
            internal static global::{{name}}.ValueList<T> Adopt(T[] items) => new(items, adopted: true);

            /// <summary>Enumerates the values of a list.</summary>
            public struct Enumerator : global::System.Collections.Generic.IEnumerator<T>
            {
                private readonly T[] _items;
                private int _index;

                internal Enumerator(T[] items)
                {
                    _items = items;
                    _index = -1;
                }

                /// <inheritdoc/>
                public readonly T Current => _items[_index];

                readonly object? global::System.Collections.IEnumerator.Current => Current;

                /// <inheritdoc/>
                public bool MoveNext() => ++_index < _items.Length;

                /// <inheritdoc/>
                public void Reset() => _index = -1;

                /// <inheritdoc/>
                public readonly void Dispose()
                {
                }
            }
        }
        """);
}
