using JobsSpecGen.Conformance;

namespace JobsSpecGen.Tool.Testing;

/// <summary>How far the cases of one kind are.</summary>
internal sealed class KindTally(CaseKind kind, int total)
{
    private readonly Dictionary<Verdict, int> _verdicts = [];
    private int _tried;

    public CaseKind Kind => kind;

    public int Total => total;

    /// <summary>How many have been tried, with a verdict or without one yet.</summary>
    public int Tried => Math.Max(_tried, Done);

    public int Done => _verdicts.Values.Sum();

    public bool IsFinished => Done == total;

    public void Note(Verdict? verdict)
    {
        if (verdict is { } known)
        {
            _verdicts[known] = _verdicts.GetValueOrDefault(known) + 1;
        }
        else
        {
            _tried++;
        }
    }

    /// <summary>For instance <c>boundary: 120 cases, 118 verified, 2 violated</c>.</summary>
    public override string ToString() =>
        $"{Wording.Of(kind)}: {Wording.Count(total, "case")}" + string.Concat(_verdicts.OrderBy(pair => pair.Key).Select(pair => $", {pair.Value} {Wording.Of(pair.Key)}"));

    /// <summary>One for each kind that a plan has, in the order of the plan.</summary>
    public static IReadOnlyList<KindTally> Of(IEnumerable<PlannedCase> planned) => [.. planned.GroupBy(c => c.Kind).Select(cases => new KindTally(cases.Key, cases.Count()))];
}
