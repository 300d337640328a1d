using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>
/// Finds structures that have no finite value, because they require themselves, and texts that are based on themselves.
/// It follows the dependencies without recursion, because a chain of shapes can be as long as the spec.
/// </summary>
internal sealed class InfiniteShapes(BindingContext context)
{
    private readonly HashSet<string> _done = [];
    private readonly HashSet<string> _onPath = [];
    private readonly Stack<(string Shape, Queue<(string Member, string Shape)> Needs)> _path = new();

    /// <summary>Reports each cycle once, at its first shape in the spec.</summary>
    /// <param name="names">The spans of the names of the shapes.</param>
    public void Report(IReadOnlyDictionary<string, YamlSpan> names)
    {
        foreach (var shape in context.Shapes.Select(shape => shape.Name).ToArray())
        {
            Enter(shape);
            while (_path.Count > 0)
            {
                var (current, needs) = _path.Peek();
                if (needs.Count == 0)
                {
                    _ = _onPath.Remove(current);
                    _ = _path.Pop();
                    continue;
                }

                var (member, needed) = needs.Dequeue();
                if (!_onPath.Contains(needed))
                {
                    Enter(needed);
                }
                else if (names.TryGetValue(needed, out var place))
                {
                    context.Findings.Add(ShapeRules.InfiniteShape, place, needed, member);
                    Break(needed);
                }
            }
        }
    }

    private void Enter(string name)
    {
        if (_done.Add(name) && context.Shapes.TryGet(name, out var shape))
        {
            _ = _onPath.Add(name);
            _path.Push((name, new Queue<(string, string)>(Needs(shape))));
        }
    }

    // A shape that depends on the cycle would repeat the same finding.
    private void Break(string name)
    {
        var shape = context.Shapes[name];
        context.Shapes.Set(name, shape with { Base = null, Element = shape.Element == null ? null : context.Shapes.Names.First() });
    }

    // A list may be empty, which ends the path; but a list of itself has no C# type.
    private IEnumerable<(string Member, string Shape)> Needs(Shape shape) =>
        shape.Members.Where(member => member.Required).Select(member => (member.Name, member.Shape))
            .Concat(shape.Base is null ? [] : [("base", shape.Base)])
            .Concat(shape.Element is { } element && context.Shapes.Find(element)?.Element is not null ? [(shape.Kind == ShapeKind.List ? "of" : "value", element)] : []);
}
