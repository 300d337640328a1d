using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>A state that was reached, with the way to it.</summary>
/// <param name="State">The state.</param>
/// <param name="Parent">The state before; null at the start.</param>
/// <param name="Call">The call that led here; null at the start.</param>
/// <param name="Depth">How many calls it took.</param>
/// <param name="Used">How many examples of each fresh shape the calls named.</param>
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
