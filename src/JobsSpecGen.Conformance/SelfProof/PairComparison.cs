namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>Says whether two outcomes of a call differ in a way that the spec does not allow, as the suite would judge it.</summary>
internal sealed class PairComparison(SuiteModel model)
{
    /// <param name="call">The call.</param>
    /// <param name="right">What the spec does.</param>
    /// <param name="wrong">What the mutant does.</param>
    /// <param name="rightAfter">The spec's state afterwards.</param>
    /// <param name="wrongAfter">The mutant's state afterwards.</param>
    /// <param name="traced">The spec's step with its points, asked for only where errors differ.</param>
    public bool Differs(SpecCall call, StepReport right, StepReport wrong, SpecValue.Record rightAfter, SpecValue.Record wrongAfter, Func<StepReport> traced) =>
        (right.Refusal, wrong.Refusal) switch
        {
            (null, null) => !Same(model.Operation(call.Operation).Output, call, right.Response, wrong.Response, rightAfter, wrongAfter),
            (null, { } refused) => !OutcomeComparer.Tolerates(model, traced(), refused.Error),
            ({ }, null) => true,
            ({ } one, { } other) => one.Error == other.Error
                ? !Same(one.Error, call, one.Data, other.Data, rightAfter, wrongAfter)
                : traced() is var report && !OutcomeComparer.Acceptable(model, report, report.Refusal ?? one).Contains(other.Error),
        };

    private bool Same(string? shape, SpecCall call, SpecValue? right, SpecValue? wrong, SpecValue.Record rightAfter, SpecValue.Record wrongAfter) =>
        Equals(right, wrong)
        || (right is not null && wrong is not null && shape is not null && model.Spec.Shapes.ContainsKey(shape)
            && ChosenRanks.Ranked(model, rightAfter, shape, right, call).Equals(ChosenRanks.Ranked(model, wrongAfter, shape, wrong, call)));
}
