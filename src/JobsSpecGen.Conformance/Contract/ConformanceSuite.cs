using JobsSpecGen.Conformance.Contract;

namespace JobsSpecGen.Conformance;

/// <summary>
/// A spec with its compiled step function, behind names and values instead of types.
/// The generator emits one for each spec; the engine needs nothing else to test a backend.
/// </summary>
public abstract class ConformanceSuite
{
    /// <summary>The spec as data.</summary>
    public abstract SpecInfo Spec { get; }

    /// <summary>The state of a partition in which nothing has happened yet. States are immutable.</summary>
    /// <param name="partition">The value of the partition member.</param>
    public abstract object CreateState(SpecValue partition);

    /// <summary>The rows and fields of a state: a record with a sequence of records for each collection.</summary>
    public abstract SpecValue.Record Inspect(object state);

    /// <summary>
    /// Runs one operation or environment action on a state. Pure: the state given is never changed.
    /// </summary>
    /// <param name="state">The state of the partition that the request names.</param>
    /// <param name="call">The call.</param>
    /// <param name="now">The time, in the unit of the spec.</param>
    /// <remarks>
    /// Every guard is tried, also after the first that fails, so that <see cref="StepReport.Faults"/> names each error that applies.
    /// </remarks>
    public abstract StepReport Step(object state, SpecCall call, long now);

    /// <summary>Every violation of the constraints of a shape.</summary>
    /// <param name="shape">The name of the shape.</param>
    /// <param name="value">The value. It must have the right types; enumerations may hold unknown names.</param>
    public abstract IReadOnlyList<ConstraintViolation> Validate(string shape, SpecValue value);

    /// <summary>The mutants of the step function; none where the suite has none woven in.</summary>
    public virtual IReadOnlyList<MutantInfo> Mutants => [];

    /// <summary>Runs one call with a mutant in the place of the step function. Constraints are taken to hold; faults are not collected.</summary>
    /// <param name="mutant">The number of the mutant; 0 for none.</param>
    /// <param name="state">The state of the partition that the request names. It is not changed.</param>
    /// <param name="call">The call.</param>
    /// <param name="now">The time, in the unit of the spec.</param>
    /// <exception cref="NotSupportedException">The suite has no mutants.</exception>
    public virtual StepReport StepMutant(int mutant, object state, SpecCall call, long now) =>
        throw new NotSupportedException("This suite has no mutants.");

    /// <summary>
    /// Every required member that a value lacks, at any depth. A record in C# cannot lack a required number, truth value or
    /// enumeration, so this is looked at before a value becomes one.
    /// </summary>
    /// <param name="shape">The name of the shape.</param>
    /// <param name="value">The value.</param>
    protected IReadOnlyList<ConstraintViolation> FindMissing(string shape, SpecValue value)
    {
        var missing = new List<ConstraintViolation>();
        RequiredMembers.FindMissing(Spec, shape, value, string.Empty, missing);
        return missing;
    }
}

/// <summary>What came of a step.</summary>
/// <param name="State">The state afterwards; the same as before where the step was refused.</param>
/// <param name="Response">The answer; null where the step was refused or the action has none.</param>
/// <param name="Refusal">The refusal; null where the step was accepted.</param>
/// <param name="Points">The points that the step passed, in order. For a refused step: only that refusal's and what led to it.</param>
/// <param name="Faults">The points of all refusals that apply to the request, the first of which is answered; empty where it was accepted.</param>
public sealed record StepReport(
    object State,
    SpecValue? Response,
    StepRefusal? Refusal,
    IReadOnlyList<int> Points,
    IReadOnlyList<int> Faults)
{
    /// <summary>The points of writes that the step came by, but that changed nothing, as what they wrote was there already.</summary>
    public IReadOnlyList<int> Rewritten { get; init; } = [];
}

/// <summary>A refusal by the step function.</summary>
/// <param name="Error">The error code.</param>
/// <param name="Data">The members of the error.</param>
/// <param name="Violations">For a request that breaks constraints: every violation. Then no point names the refusal.</param>
public sealed record StepRefusal(string Error, SpecValue.Record Data, IReadOnlyList<ConstraintViolation> Violations);

/// <summary>A constraint that a value breaks.</summary>
/// <param name="Clause">The id of the constraint's clause.</param>
/// <param name="Path">The member, for instance <c>statusDetails['a b']</c>.</param>
/// <param name="Message">What is allowed and what was found.</param>
public sealed record ConstraintViolation(string Clause, string Path, string Message);
