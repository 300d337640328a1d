using CsCheck;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Randomized;

/// <summary>
/// Generates sequences of calls: each operation as likely as any other, each of its requests in the alphabet as well,
/// now and then on a second partition. Every call is a pair of numbers, so that what is generated shrinks to fewer and simpler calls.
/// </summary>
internal sealed class SequenceGen
{
    /// <summary>One call in so many goes to the other partition.</summary>
    private const int Elsewhere = 5;

    private readonly SuiteModel _model;
    private readonly IReadOnlyList<IReadOnlyList<SpecCall>> _requests;
    private readonly SpecValue? _other;

    public SequenceGen(SuiteModel model, Alphabet alphabet)
    {
        _model = model;
        _requests = [.. model.Spec.Operations.Select(o => alphabet.Of(o.Name).Select(r => r.Call).ToList()).Where(calls => calls.Count > 0)];
        var operation = model.Spec.Operations[0];
        var names = alphabet.Classes.Samples.Of(model.Input(operation).Members.First(m => m.Name == operation.PartitionMember).Shape);
        _other = names.Count > 1 ? names[1] : null;
    }

    // GenExtensions.get_Array is the extension property Array in the words of compilers that know none: the engine builds with them too.
    public Gen<IReadOnlyList<SpecCall>> Of(int longest) =>
        GenExtensions.get_Array(Call())[1, longest].Select(calls => AcceptedSequence.Of(_model, calls));

    private Gen<SpecCall> Call() =>
        Gen.Int[0, _requests.Count - 1].SelectMany(operation =>
            Gen.Select(Index(_requests[operation].Count), Gen.Int[0, Elsewhere]).Select(choice =>
                choice.Item2 == Elsewhere && _other is not null ? OnOther(_requests[operation][choice.Item1]) : _requests[operation][choice.Item1]));

    /// <summary>The lesser of two draws: the alphabet begins with the simple requests, and has many more of the others.</summary>
    private static Gen<int> Index(int count) => Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1]).Select(draws => Math.Min(draws.Item1, draws.Item2));

    private SpecCall OnOther(SpecCall call) => call with { Request = call.Request.With(_model.Operation(call.Operation).PartitionMember, _other!) };
}
