using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits a buffer for values whose number is not known in advance.</summary>
internal static class BufferText
{
    public static void Write(CodeWriter writer) => writer.Line($$"""
        /// <summary>A buffer of values in a pooled array. The array is returned at the end, and its used part is cleared.</summary>
        private struct Gathered<T>
        {
            private T[]? _items;

            /// <summary>The number of values.</summary>
            public int Count { get; private set; }

            /// <summary>The values so far.</summary>
            public readonly global::System.ReadOnlySpan<T> Span => new(_items, 0, Count);

            /// <summary>Adds a value.</summary>
            public void Add(T item)
            {
                if (_items is null || Count == _items.Length)
                {
                    Grow();
                }

                _items![Count++] = item;
            }

            /// <summary>Returns the array to the pool; the values must not be used afterwards.</summary>
            public readonly void Return()
            {
                if (_items is not null)
                {
                    global::System.Array.Clear(_items, 0, Count);
                    global::System.Buffers.ArrayPool<T>.Shared.Return(_items);
                }
            }

            private void Grow()
            {
                var larger = global::System.Buffers.ArrayPool<T>.Shared.Rent(global::System.Math.Max(8, Count * 2));
                Span.CopyTo(larger);
                Return();
                _items = larger;
            }
        }
        """);
}
