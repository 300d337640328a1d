using JobsSpecGen.Conformance;

namespace JobsSpecGen.Tool.Testing;

/// <summary>The progress of the test cases of one kind.</summary>
internal sealed class CaseKindProgress(CaseKind kind, int total)
{
    private readonly Dictionary<Verdict, int> _verdicts = [];
    private int _started;

    public CaseKind Kind => kind;

    public int Total => total;

    /// <summary>The number of test cases that have been started, with or without a verdict yet.</summary>
    public int Started => Math.Max(_started, Done);

    public int Done => _verdicts.Values.Sum();

    public bool IsFinished => Done == total;

    public void Record(Verdict? verdict)
    {
        if (verdict is { } known)
        {
            _verdicts[known] = _verdicts.GetValueOrDefault(known) + 1;
        }
        else
        {
            _started++;
        }
    }

    /// <summary>For instance <c>boundary: 120 cases, 118 verified, 2 violated</c>.</summary>
    public override string ToString() =>
        $"{DisplayText.Of(kind)}: {DisplayText.Count(total, "case")}" + string.Concat(_verdicts.OrderBy(pair => pair.Key).Select(pair => $", {pair.Value} {DisplayText.Of(pair.Key)}"));

    /// <summary>One for each kind in a plan, in the order of the plan.</summary>
    public static IReadOnlyList<CaseKindProgress> Of(IEnumerable<PlannedCase> planned) => [.. planned.GroupBy(c => c.Kind).Select(cases => new CaseKindProgress(cases.Key, cases.Count()))];
}
