using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Mutants;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>What came of one call on a pair of states.</summary>
internal sealed record ProductStep(bool Differs, object Right, object Wrong, SpecValue.Record RightAfter, SpecValue.Record WrongAfter);

/// <summary>Makes a call on the spec and on a mutant, and says whether the outcomes differ in a way that the spec does not allow, as the suite would judge it.</summary>
internal sealed class ProductComparison(SuiteModel model)
{
    /// <summary>Null where the suite cannot ask this: an action of the environment that the spec refuses without a clause.</summary>
    public ProductStep? Step(Mutation mutation, ProductNode node, SpecCall call)
    {
        var now = node.Depth + 1;
        var isSame = ReferenceEquals(node.Right, node.Wrong);
        var rightBefore = model.Suite.Inspect(node.Right);
        var wrongBefore = isSame ? rightBefore : model.Suite.Inspect(node.Wrong);
        var asked = ServerChosenRanks.Translate(model, rightBefore, call);
        var right = CheckedStep.Of(model, node.Right, asked, now, 0);
        if (right.Refusal is not null && model.Operation(call.Operation).IsEnvironment && model.Decider(model.Suite.Step(node.Right, asked, now))?.Clause is null)
        {
            return null;
        }

        var rightState = right.Refusal is null ? right.State : node.Right;
        if (mutation.Try(node.Wrong, isSame ? asked : ServerChosenRanks.Translate(model, wrongBefore, call), now) is not { } wrong)
        {
            return new(true, rightState, node.Wrong, rightBefore, wrongBefore);
        }

        var isReading = model.Operation(call.Operation).IsReadOnly;
        var rightAfter = isReading || right.Refusal is not null ? rightBefore : model.Suite.Inspect(rightState);
        var wrongAfter = isReading ? wrongBefore : model.Suite.Inspect(wrong.State);
        var differs = Differs(call, right, wrong, rightAfter, wrongAfter, () => model.Suite.Step(node.Right, asked, now));
        return new(differs, rightState, wrong.State, rightAfter, wrongAfter);
    }

    private bool Differs(SpecCall call, StepReport right, StepReport wrong, SpecValue.Record rightAfter, SpecValue.Record wrongAfter, Func<StepReport> traced) =>
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
            && ServerChosenRanks.Ranked(model, rightAfter, shape, right, call).Equals(ServerChosenRanks.Ranked(model, wrongAfter, shape, wrong, call)));
}
