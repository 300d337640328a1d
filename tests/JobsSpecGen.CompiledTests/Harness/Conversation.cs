using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Harness;

/// <summary>Calls by name, all on the thing <c>thing-1</c>.</summary>
internal sealed class Conversation(IConformanceTarget target)
{
    /// <summary>Makes a call that must be accepted, and gives its answer.</summary>
    public async Task<Answer> AcceptAsync(string operation, params (string Member, SpecValue Value)[] members)
    {
        var request = new SpecValue.Record(members.Select(m => KeyValuePair.Create(m.Member, m.Value)).Append(new("thingName", SpecValue.Of("thing-1"))));
        var outcome = await target.CallAsync(new SpecCall(operation, request), TestContext.Current.CancellationToken);
        return new(Assert.IsType<CallOutcome.Answered>(outcome).Response);
    }

    public Task<Answer> AcceptAsync(string operation, params (string Member, string Value)[] members) =>
        AcceptAsync(operation, [.. members.Select(m => (m.Member, SpecValue.Of(m.Value)))]);

    public Task<Answer> AcceptAsync(string operation) => AcceptAsync(operation, Array.Empty<(string, SpecValue)>());
}

/// <summary>A value whose members can be reached one after the other.</summary>
internal readonly record struct Answer(SpecValue Value)
{
    public SpecValue this[string structure, string member] => ((SpecValue.Record)((SpecValue.Record)Value)[structure])[member];
}
