using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Mutants;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>The result of one call in a pair of states.</summary>
internal sealed record ProductStep(bool Differs, object ReferenceState, object MutantState, SpecValue.Record ReferenceAfter, SpecValue.Record MutantAfter);

/// <summary>Makes a call on the spec and on a mutant, and compares the outcomes as the suite does: a deviation that the spec allows is not a difference.</summary>
internal sealed class ProductComparison(SuiteModel model)
{
    /// <summary>Makes a call. Returns null for an environment action that the spec refuses without a clause, because the suite never makes such a call.</summary>
    public ProductStep? Step(Mutation mutation, ProductNode node, SpecCall call)
    {
        var now = node.Depth + 1;
        var isSame = ReferenceEquals(node.ReferenceState, node.MutantState);
        var referenceBefore = model.Suite.Inspect(node.ReferenceState);
        var mutantBefore = isSame ? referenceBefore : model.Suite.Inspect(node.MutantState);
        var translated = ServerChosenRanks.Translate(model, referenceBefore, call);
        var reference = CheckedStep.Of(model, node.ReferenceState, translated, now, 0);
        if (reference.Refusal is not null && model.Operation(call.Operation).IsEnvironment && model.Decider(model.Suite.Step(node.ReferenceState, translated, now))?.Clause is null)
        {
            return null;
        }

        var referenceState = reference.Refusal is null ? reference.State : node.ReferenceState;
        if (mutation.Try(node.MutantState, isSame ? translated : ServerChosenRanks.Translate(model, mutantBefore, call), now) is not { } mutant)
        {
            return new(true, referenceState, node.MutantState, referenceBefore, mutantBefore);
        }

        var isRead = model.Operation(call.Operation).IsReadOnly;
        var referenceAfter = isRead || reference.Refusal is not null ? referenceBefore : model.Suite.Inspect(referenceState);
        var mutantAfter = isRead ? mutantBefore : model.Suite.Inspect(mutant.State);
        var differs = Differs(call, reference, mutant, referenceAfter, mutantAfter, () => model.Suite.Step(node.ReferenceState, translated, now));
        return new(differs, referenceState, mutant.State, referenceAfter, mutantAfter);
    }

    private bool Differs(SpecCall call, StepReport reference, StepReport mutant, SpecValue.Record referenceAfter, SpecValue.Record mutantAfter, Func<StepReport> stepWithPoints) =>
        (reference.Refusal, mutant.Refusal) switch
        {
            (null, null) => !AreSame(model.Operation(call.Operation).Output, call, reference.Response, mutant.Response, referenceAfter, mutantAfter),
            (null, { } refusal) => !OutcomeComparer.Tolerates(model, stepWithPoints(), refusal.Error),
            ({ }, null) => true,
            ({ } expected, { } actual) => expected.Error == actual.Error
                ? !AreSame(expected.Error, call, expected.Data, actual.Data, referenceAfter, mutantAfter)
                : stepWithPoints() is var report && !OutcomeComparer.Acceptable(model, report, report.Refusal ?? expected).Contains(actual.Error),
        };

    private bool AreSame(string? shape, SpecCall call, SpecValue? reference, SpecValue? mutant, SpecValue.Record referenceAfter, SpecValue.Record mutantAfter) =>
        Equals(reference, mutant)
        || (reference is not null && mutant is not null && shape is not null && model.Spec.Shapes.ContainsKey(shape)
            && ServerChosenRanks.ToRanks(model, referenceAfter, shape, reference, call).Equals(ServerChosenRanks.ToRanks(model, mutantAfter, shape, mutant, call)));
}
