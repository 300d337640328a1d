using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits the index type of the reference.</summary>
internal static class RowIndexText
{
    public static void Write(CodeWriter writer) => writer.Line($$"""
        /// <summary>An index: rows by key, rows with the same key in order. Adding, removing and finding the first row take logarithmic time.</summary>
        internal sealed class RowIndex<TKey, TRow>
            where TKey : notnull
            where TRow : class
        {
            private readonly global::System.Collections.Generic.Dictionary<TKey, global::System.Collections.Generic.SortedSet<TRow>> _rows = new();
            private readonly global::System.Func<TRow, TKey> _key;
            private readonly global::System.Func<TRow, bool> _includes;
            private readonly global::System.Collections.Generic.IComparer<TRow> _order;

            public RowIndex(global::System.Func<TRow, TKey> key, global::System.Func<TRow, bool> includes, global::System.Comparison<TRow> order)
            {
                _key = key;
                _includes = includes;
                _order = global::System.Collections.Generic.Comparer<TRow>.Create(order);
            }

            public global::System.Collections.Generic.IEnumerable<TRow> Find(TKey key) =>
                _rows.TryGetValue(key, out var rows) ? rows : global::System.Array.Empty<TRow>();

            /// <summary>Removes one row and adds another; either may be null.</summary>
            public void Replace(TRow? before, TRow? after)
            {
                if (before is not null && _includes(before) && _rows.TryGetValue(_key(before), out var old))
                {
                    old.Remove(before);
                    if (old.Count == 0)
                    {
                        _rows.Remove(_key(before));
                    }
                }

                if (after is not null && _includes(after))
                {
                    if (!_rows.TryGetValue(_key(after), out var rows))
                    {
                        rows = new(_order);
                        _rows.Add(_key(after), rows);
                    }

                    rows.Add(after);
                }
            }
        }
        """);
}
