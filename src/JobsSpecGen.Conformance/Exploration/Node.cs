using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>A reached state with the path to it.</summary>
/// <param name="State">The state.</param>
/// <param name="Parent">The previous node; null for the initial state.</param>
/// <param name="Call">The call that led to the state; null for the initial state.</param>
/// <param name="Depth">The number of calls on the path.</param>
/// <param name="Used">The number of examples of each fresh shape that the calls used.</param>
internal sealed record Node(object State, Node? Parent, SpecCall? Call, int Depth, int[] Used)
{
    public Trace Trace()
    {
        var calls = new List<SpecCall>();
        for (var node = this; node.Call is not null; node = node.Parent!)
        {
            calls.Add(node.Call);
        }

        calls.Reverse();
        return new(calls);
    }
}
