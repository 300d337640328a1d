using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits the interface by which a step reports its path. The reference passes no trace.</summary>
internal static class TraceEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var writer = CodeWriter.ForFile(types.Namespace, usesLinq: true);
        writer.Line($$"""
            /// <summary>
            /// Collects the coverage points that a step passes. With a trace, a step continues after a guard that rejects the request,
            /// so that <see cref="Faults"/> contains every rejection that applies. The first one is the response.
            /// </summary>
            public sealed class {{Identifier.Of(spec.Service + "Trace")}}
            {
                private readonly global::System.Collections.Generic.List<int> _points = new();
                private readonly global::System.Collections.Generic.List<int> _faults = new();
                private readonly global::System.Collections.Generic.List<int> _rewritten = new();

                /// <summary>The points that were passed, in order, up to and including the first rejection.</summary>
                public global::System.Collections.Generic.IReadOnlyList<int> Points => _points;

                /// <summary>The points of all rejections that apply.</summary>
                public global::System.Collections.Generic.IReadOnlyList<int> Faults => _faults;

                /// <summary>The points of writes that changed nothing, because the new value equals the old one.</summary>
                public global::System.Collections.Generic.IReadOnlyList<int> Rewritten => _rewritten;

                internal void Pass(int point, bool isPassed = true)
                {
                    if (isPassed && _faults.Count == 0)
                    {
                        _points.Add(point);
                    }
                }

                /// <summary>Records the point of a write; a write that changed nothing is also recorded separately.</summary>
                internal void Write(int point, bool isChange)
                {
                    Pass(point, isChange);
                    if (!isChange && _faults.Count == 0)
                    {
                        _rewritten.Add(point);
                    }
                }

                internal void Refuse(int point)
                {
                    Pass(point);
                    _faults.Add(point);
                }

                /// <summary>
                /// Records the point of each sort key that made a difference: in the opposite direction another row would have
                /// been first (or, for all rows, their order would have been different).
                /// </summary>
                internal void Order<TRow>(
                    int[] points,
                    bool onlyFirst,
                    global::System.Collections.Generic.IEnumerable<TRow> rows,
                    global::System.Func<TRow, object?[]> keys,
                    bool[] descending)
                    where TRow : class
                {
                    var inOrder = rows.ToArray();
                    for (var i = 0; i < points.Length; i++)
                    {
                        var key = i;
                        var reversed = inOrder
                            .Order(global::System.Collections.Generic.Comparer<TRow>.Create((left, right) => Compare(keys(left), keys(right), descending, key)))
                            .ToArray();
                        var relevant = onlyFirst ? global::System.Math.Min(1, inOrder.Length) : inOrder.Length;
                        Pass(points[i], !inOrder.Take(relevant).SequenceEqual(reversed.Take(relevant)));
                    }
                }

                private static int Compare(object?[] left, object?[] right, bool[] descending, int reversed)
                {
                    for (var i = 0; i < left.Length; i++)
                    {
                        var order = left[i] is string text
                            ? string.CompareOrdinal(text, right[i] as string)
                            : global::System.Collections.Generic.Comparer<object?>.Default.Compare(left[i], right[i]);
                        if (order != 0)
                        {
                            return descending[i] == (i != reversed) ? -order : order;
                        }
                    }

                    return 0;
                }
            }
            """);
        return writer.ToSourceText();
    }
}
