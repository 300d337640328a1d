using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Cases;

/// <summary>The calls of a test case with the names of one test context.</summary>
/// <param name="Arrange">The calls that arrange the state.</param>
/// <param name="Tested">The calls under test.</param>
internal sealed record ScriptCalls(IReadOnlyList<SpecCall> Arrange, IReadOnlyList<SpecCall> Tested)
{
    /// <summary>A name shorter than this cannot be made unique among runs.</summary>
    private const int ShortestUnique = 6;

    public IReadOnlyList<SpecCall> All => [.. Arrange, .. Tested];

    public static ScriptCalls Of(SuiteModel model, CaseScript script, FreshNames names)
    {
        SpecCall[] Rename(IEnumerable<SpecCall> original) => [.. original.Select(names.Rename)];
        switch (script)
        {
            case CaseScript.OneCall one:
                return new(Rename(one.Arrange.Calls), Rename([one.Call]));
            case CaseScript.Sequence sequence:
                return new(Rename(sequence.Calls.SkipLast(1)), Rename(sequence.Calls.TakeLast(1)));
            case CaseScript.SeveralCalls several:
                return new(Rename(several.Arrange.Calls), Rename(several.Calls.Calls));
            case CaseScript.Example example:
                return new(Rename(example.Scenario.Given), Rename(example.Scenario.Steps.Select(s => s.Call)));
            case CaseScript.TwoPartitions two:
                return new(Rename(two.Arrange.Calls.Concat(two.Arrange.Calls.Select(c => OnPartition(model, c, two.Other)))), Rename([two.Call]));
            case CaseScript.Boundary boundary:
                return Edited(model, boundary, Rename(boundary.Arrange.Calls), names.Rename(boundary.Call));
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>True where the boundary value is the name of a partition and too short to be unique, so that other runs may use the same partition.</summary>
    public static bool UsesSharedPartition(SuiteModel model, CaseScript script, FreshNames names) =>
        script is CaseScript.Boundary { Inside: true, Edit: { IsIdentity: true } edit } boundary
        && edit.Path.Steps[0].Name == model.Operation(boundary.Call.Operation).PartitionMember
        && edit.Change(edit.Path.Get(names.Rename(boundary.Call).Request)) is SpecValue.Text { Value.Length: < ShortestUnique };

    private static ScriptCalls Edited(SuiteModel model, CaseScript.Boundary boundary, SpecCall[] arrange, SpecCall call)
    {
        var old = boundary.Edit.Path.Get(call.Request);
        var changed = boundary.Edit.Change(old);
        if (!boundary.Inside || !boundary.Edit.IsIdentity || old is not SpecValue.Text name)
        {
            return new(arrange, [call with { Request = boundary.Edit.Path.Set(call.Request, changed) }]);
        }

        // A valid name is replaced in all calls. Otherwise the edited call would refer to a row that was not arranged.
        SpecCall Replace(SpecCall c) => c with
        {
            Request = (SpecValue.Record)Values.Map(model, model.Operation(c.Operation).Input, c.Request, (shape, value, _) =>
                value is SpecValue.Text text && text == name && model.IdentityOf(shape) is not null ? changed : value),
        };
        return new([.. arrange.Select(Replace)], [Replace(call)]);
    }

    private static SpecCall OnPartition(SuiteModel model, SpecCall call, SpecValue partition) =>
        call with { Request = call.Request.With(model.Operation(call.Operation).PartitionMember, partition) };
}
