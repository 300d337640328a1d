using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance.Reports.Baseline;

/// <summary>Finds where a run differs from a baseline.</summary>
internal sealed class BaselineComparer(BaselineDocument then, BaselineDocument now, ConformanceReport report)
{
    private readonly Dictionary<string, KnownFailure> _failuresThen = then.Failures.ToDictionary(f => f.Clause, StringComparer.Ordinal);
    private readonly Dictionary<string, KnownFailure> _failuresNow = now.Failures.ToDictionary(f => f.Clause, StringComparer.Ordinal);
    private readonly Dictionary<string, KnownGap> _gapsThen = then.NotVerified.ToDictionary(f => f.Clause, StringComparer.Ordinal);
    private readonly Dictionary<string, KnownGap> _gapsNow = now.NotVerified.ToDictionary(f => f.Clause, StringComparer.Ordinal);

    public IReadOnlyList<BaselineDifference> Differences()
    {
        if (then.Spec != now.Spec)
        {
            return [new(BaselineChange.OtherSpec, null, $"the baseline is of {then.Spec.Service} {then.Spec.Revision}, the run of {now.Spec.Service} {now.Spec.Revision}")];
        }

        return [.. report.Clauses.Select(Of).OfType<BaselineDifference>(), .. GoneClauses(), .. GoneTests()];
    }

    private BaselineDifference? Of(ClauseResult clause) => clause.Verdict switch
    {
        Verdict.Violated => Violated(_failuresNow[clause.Clause.Id]),
        Verdict.Verified => Verified(clause.Clause.Id),

        // That the suite or the adapter broke is told apart; it says nothing about the clause.
        Verdict.Error => null,
        _ => NotVerified(_gapsNow[clause.Clause.Id]),
    };

    private BaselineDifference? Violated(KnownFailure failure)
    {
        var id = failure.Clause;
        return _failuresThen.GetValueOrDefault(id) is { } known
            ? known.Found == failure.Found ? null : new(BaselineChange.ChangedReason, id, $"was violated as: {known.Found}; is violated as: {failure.Found}")
            : _gapsThen.GetValueOrDefault(id) is { } gap ? new(BaselineChange.NewFailure, id, $"was not verified ({gap.Why}), is violated: {failure.Found}")
            : then.Cases.ContainsKey(id) ? new(BaselineChange.Regression, id, $"was verified, is violated: {failure.Found}")
            : new(BaselineChange.NewFailure, id, $"is not in the baseline, is violated: {failure.Found}");
    }

    private BaselineDifference? Verified(string id) =>
        _failuresThen.GetValueOrDefault(id) is { } known ? new(BaselineChange.UnexpectedPass, id, $"was violated ({known.Found}), is verified")
        : _gapsThen.GetValueOrDefault(id) is { } gap ? new(BaselineChange.UnexpectedPass, id, $"was not verified ({gap.Why}), is verified")
        : CountFell(id, then.Cases, now.Cases) is { } fell ? new(BaselineChange.Vanished, id, fell)
        : null;

    private BaselineDifference? NotVerified(KnownGap gap)
    {
        var id = gap.Clause;
        return _gapsThen.GetValueOrDefault(id) is { } known
            ? known.Why == gap.Why ? null : new(BaselineChange.ChangedReason, id, $"was not verified, as: {known.Why}; is not verified, as: {gap.Why}")
            : _failuresThen.GetValueOrDefault(id) is { } failure ? new(BaselineChange.Vanished, id, $"was violated ({failure.Found}), is not verified: {gap.Why}")
            : then.Cases.ContainsKey(id) ? new(BaselineChange.Vanished, id, $"was verified, is not verified: {gap.Why}")
            : null;
    }

    private IEnumerable<BaselineDifference> GoneClauses() => then.Cases.Keys.Concat(_failuresThen.Keys).Concat(_gapsThen.Keys)
        .Distinct(StringComparer.Ordinal)
        .Where(id => !now.Cases.ContainsKey(id))
        .Select(id => new BaselineDifference(BaselineChange.Vanished, id, "the spec has no such clause any more"));

    /// <summary>Tests that are there for no single clause, such as scenarios, are seen in the number of their kind.</summary>
    private IEnumerable<BaselineDifference> GoneTests() => then.Kinds.Keys
        .Select(kind => (Kind: kind, Fell: CountFell(kind, then.Kinds, now.Kinds)))
        .Where(k => k.Fell is not null)
        .Select(k => new BaselineDifference(BaselineChange.Vanished, null, $"{k.Kind}: {k.Fell}"));

    private static string? CountFell(string key, IReadOnlyDictionary<string, int> then, IReadOnlyDictionary<string, int> now) =>
        then.GetValueOrDefault(key) is var before && now.GetValueOrDefault(key) is var after && after < before
            ? $"had {Labels.Count(before, "test")}, has {after}"
            : null;
}
