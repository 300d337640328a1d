using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance.Reports.Baseline;

/// <summary>Finds the differences between a baseline and a run.</summary>
internal sealed class BaselineComparer(BaselineDocument baseline, BaselineDocument current, ConformanceReport report)
{
    private readonly Dictionary<string, KnownFailure> _baselineFailures = baseline.Failures.ToDictionary(f => f.Clause, StringComparer.Ordinal);
    private readonly Dictionary<string, KnownFailure> _currentFailures = current.Failures.ToDictionary(f => f.Clause, StringComparer.Ordinal);
    private readonly Dictionary<string, KnownGap> _baselineGaps = baseline.NotVerified.ToDictionary(f => f.Clause, StringComparer.Ordinal);
    private readonly Dictionary<string, KnownGap> _currentGaps = current.NotVerified.ToDictionary(f => f.Clause, StringComparer.Ordinal);

    public IReadOnlyList<BaselineDifference> Differences()
    {
        if (baseline.Spec != current.Spec)
        {
            return [new(BaselineChange.OtherSpec, null, $"the baseline is of {baseline.Spec.Service} {baseline.Spec.Revision}, the run of {current.Spec.Service} {current.Spec.Revision}")];
        }

        return [.. report.Clauses.Select(Of).OfType<BaselineDifference>(), .. RemovedClauses(), .. RemovedCases()];
    }

    private BaselineDifference? Of(ClauseResult clause) => clause.Verdict switch
    {
        Verdict.Violated => Violated(_currentFailures[clause.Clause.Id]),
        Verdict.Verified => Verified(clause.Clause.Id),

        // An error of the suite or the adapter is reported separately. It says nothing about the clause.
        Verdict.Error => null,
        _ => NotVerified(_currentGaps[clause.Clause.Id]),
    };

    private BaselineDifference? Violated(KnownFailure failure)
    {
        var id = failure.Clause;
        return _baselineFailures.GetValueOrDefault(id) is { } known
            ? known.Found == failure.Found ? null : new(BaselineChange.ChangedReason, id, $"was violated as: {known.Found}; is violated as: {failure.Found}")
            : _baselineGaps.GetValueOrDefault(id) is { } gap ? new(BaselineChange.NewFailure, id, $"was not verified ({gap.Why}), is violated: {failure.Found}")
            : baseline.Cases.ContainsKey(id) ? new(BaselineChange.Regression, id, $"was verified, is violated: {failure.Found}")
            : new(BaselineChange.NewFailure, id, $"is not in the baseline, is violated: {failure.Found}");
    }

    private BaselineDifference? Verified(string id) =>
        _baselineFailures.GetValueOrDefault(id) is { } known ? new(BaselineChange.UnexpectedPass, id, $"was violated ({known.Found}), is verified")
        : _baselineGaps.GetValueOrDefault(id) is { } gap ? new(BaselineChange.UnexpectedPass, id, $"was not verified ({gap.Why}), is verified")
        : DecreasedCount(id, baseline.Cases, current.Cases) is { } decrease ? new(BaselineChange.Vanished, id, decrease)
        : null;

    private BaselineDifference? NotVerified(KnownGap gap)
    {
        var id = gap.Clause;
        return _baselineGaps.GetValueOrDefault(id) is { } known
            ? known.Why == gap.Why ? null : new(BaselineChange.ChangedReason, id, $"was not verified, as: {known.Why}; is not verified, as: {gap.Why}")
            : _baselineFailures.GetValueOrDefault(id) is { } failure ? new(BaselineChange.Vanished, id, $"was violated ({failure.Found}), is not verified: {gap.Why}")
            : baseline.Cases.ContainsKey(id) ? new(BaselineChange.Vanished, id, $"was verified, is not verified: {gap.Why}")
            : null;
    }

    private IEnumerable<BaselineDifference> RemovedClauses() => baseline.Cases.Keys.Concat(_baselineFailures.Keys).Concat(_baselineGaps.Keys)
        .Distinct(StringComparer.Ordinal)
        .Where(id => !current.Cases.ContainsKey(id))
        .Select(id => new BaselineDifference(BaselineChange.Vanished, id, "the spec no longer has this clause"));

    /// <summary>Removed test cases that check no single clause, such as scenarios. The number of their kind shows them.</summary>
    private IEnumerable<BaselineDifference> RemovedCases() => baseline.Kinds.Keys
        .Select(kind => (Kind: kind, Decrease: DecreasedCount(kind, baseline.Kinds, current.Kinds)))
        .Where(k => k.Decrease is not null)
        .Select(k => new BaselineDifference(BaselineChange.Vanished, null, $"{k.Kind}: {k.Decrease}"));

    private static string? DecreasedCount(string key, IReadOnlyDictionary<string, int> baseline, IReadOnlyDictionary<string, int> current) =>
        baseline.GetValueOrDefault(key) is var before && current.GetValueOrDefault(key) is var after && after < before
            ? $"had {Labels.Count(before, "test")}, has {after}"
            : null;
}
