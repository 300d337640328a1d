using JobsSpecGen.Conformance.Contract;

namespace JobsSpecGen.Conformance.Model;

/// <summary>A sequence of calls, compared by value.</summary>
internal sealed record Trace(IReadOnlyList<SpecCall> Calls)
{
    public static Trace Empty { get; } = new([]);

    public bool Equals(Trace? other) => other is not null && Calls.SequenceEqual(other.Calls);

    public override int GetHashCode() => SpecValueText.Hash(Calls);

    public Trace Then(SpecCall call) => new([.. Calls, call]);
}
