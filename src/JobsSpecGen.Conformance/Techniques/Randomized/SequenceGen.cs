using CsCheck;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Randomized;

/// <summary>
/// Generates sequences of calls. All operations are equally likely; simple requests of an operation are more likely than others; some calls
/// go to a second partition. Every call is drawn as numbers, so that a sequence shrinks to fewer and simpler calls.
/// </summary>
internal sealed class SequenceGen
{
    /// <summary>The largest of the drawn numbers that select a partition. Only this one selects the other partition.</summary>
    private const int OtherPartitionDraw = 5;

    private readonly SuiteModel _model;
    private readonly IReadOnlyList<IReadOnlyList<SpecCall>> _requests;
    private readonly SpecValue? _otherPartition;

    public SequenceGen(SuiteModel model, Alphabet alphabet)
    {
        _model = model;
        _requests = [.. model.Spec.Operations.Select(o => alphabet.Of(o.Name).Select(r => r.Call).ToList()).Where(calls => calls.Count > 0)];
        var operation = model.Spec.Operations[0];
        var names = alphabet.Classes.Samples.Of(model.Input(operation).Members.First(m => m.Name == operation.PartitionMember).Shape);
        _otherPartition = names.Count > 1 ? names[1] : null;
    }

    // GenExtensions.get_Array is the extension property Array, called as a method: the engine also builds with compilers without extension properties.
    public Gen<IReadOnlyList<SpecCall>> Of(int maxLength) =>
        GenExtensions.get_Array(Call())[1, maxLength].Select(calls => AcceptedSequence.Of(_model, calls));

    private Gen<SpecCall> Call() =>
        Gen.Int[0, _requests.Count - 1].SelectMany(operation =>
            Gen.Select(Index(_requests[operation].Count), Gen.Int[0, OtherPartitionDraw]).Select(choice =>
                choice.Item2 == OtherPartitionDraw && _otherPartition is not null ? OnOtherPartition(_requests[operation][choice.Item1]) : _requests[operation][choice.Item1]));

    /// <summary>The lesser of two draws, which prefers simple requests: the alphabet begins with them and has many more of the others.</summary>
    private static Gen<int> Index(int count) => Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1]).Select(draws => Math.Min(draws.Item1, draws.Item2));

    private SpecCall OnOtherPartition(SpecCall call) => call with { Request = call.Request.With(_model.Operation(call.Operation).PartitionMember, _otherPartition!) };
}
