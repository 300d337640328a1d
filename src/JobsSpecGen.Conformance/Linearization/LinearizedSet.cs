namespace JobsSpecGen.Conformance.Linearization;

/// <summary>The set of the calls of a history that are already linearized, compared by value.</summary>
internal sealed class LinearizedSet : IEquatable<LinearizedSet>
{
    private readonly ulong[] _words;

    public LinearizedSet(int size) => _words = new ulong[(size + 63) / 64];

    private LinearizedSet(ulong[] words) => _words = words;

    public void Flip(int index) => _words[index / 64] ^= 1UL << (index % 64);

    public LinearizedSet Copy() => new((ulong[])_words.Clone());

    public bool Equals(LinearizedSet? other) => other is not null && _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => Equals(obj as LinearizedSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var word in _words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }
}
