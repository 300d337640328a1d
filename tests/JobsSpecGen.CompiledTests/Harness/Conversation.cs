using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Harness;

/// <summary>Calls by name, all on the thing <c>thing-1</c>.</summary>
internal sealed class Conversation(IConformanceTarget target)
{
    /// <summary>Makes a call that must be accepted, and gives its answer.</summary>
    public async Task<Answer> AcceptAsync(string operation, params (string Name, string Value)[] members)
    {
        var request = new SpecValue.Record(members.Append(("thingName", "thing-1")).Select(m => KeyValuePair.Create(m.Item1, SpecValue.Of(m.Item2))));
        var outcome = await target.CallAsync(new SpecCall(operation, request), TestContext.Current.CancellationToken);
        return new(Assert.IsType<CallOutcome.Answered>(outcome).Response);
    }
}

/// <summary>An answer, with its members within reach.</summary>
internal readonly record struct Answer(SpecValue Value)
{
    public SpecValue this[string structure, string member] => ((SpecValue.Record)((SpecValue.Record)Value)[structure])[member];
}
