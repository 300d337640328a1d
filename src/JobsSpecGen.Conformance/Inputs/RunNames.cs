using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>Issues the names of a run. Each test context gets a suffix that is unique across contexts and runs.</summary>
internal sealed class RunNames(SuiteModel model, Samples samples)
{
    /// <summary>The length of the first part of a suffix, which identifies the run.</summary>
    public const int RunLength = 6;

    /// <summary>The length of the last part of a suffix, which numbers the test contexts of the run.</summary>
    public const int CountLength = 3;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private readonly string _run = Base36(BitConverter.ToUInt64(Guid.NewGuid().ToByteArray()), RunLength);
    private readonly List<FreshNames> _issued = [];

    public FreshNames Next()
    {
        // The counter is last because the shortest names keep only the end of the suffix.
        var names = new FreshNames(model, samples, _run + Base36((ulong)_issued.Count, CountLength));
        _issued.Add(names);
        return names;
    }

    /// <summary>Whether a test context of this run uses the name.</summary>
    public bool IsIssued(string name) => _issued.Any(n => n.Issued.Contains(name));

    private static string Base36(ulong value, int length) => string.Create(length, value, (span, v) =>
    {
        for (var i = span.Length - 1; i >= 0; i--)
        {
            span[i] = Digits[(int)(v % 36)];
            v /= 36;
        }
    });
}
