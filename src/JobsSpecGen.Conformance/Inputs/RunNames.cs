using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>Hands out the names of a run: every context gets a suffix that no other context or run has.</summary>
internal sealed class RunNames(SuiteModel model, Samples samples)
{
    /// <summary>A suffix begins with so many characters that are the run's.</summary>
    public const int RunLength = 6;

    /// <summary>A suffix ends with so many characters that count the contexts of the run.</summary>
    public const int CountLength = 3;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private readonly string _run = Base36(BitConverter.ToUInt64(Guid.NewGuid().ToByteArray()), RunLength);
    private readonly List<FreshNames> _given = [];

    public FreshNames Next()
    {
        // The counter comes last: the shortest names keep only their end.
        var names = new FreshNames(model, samples, _run + Base36((ulong)_given.Count, CountLength));
        _given.Add(names);
        return names;
    }

    /// <summary>Whether some context of this run has the name.</summary>
    public bool IsIssued(string name) => _given.Any(n => n.Issued.Contains(name));

    private static string Base36(ulong value, int length) => string.Create(length, value, (span, v) =>
    {
        for (var i = span.Length - 1; i >= 0; i--)
        {
            span[i] = Digits[(int)(v % 36)];
            v /= 36;
        }
    });
}
