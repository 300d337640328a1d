using JobsSpecGen.Conformance.Contract;

namespace JobsSpecGen.Conformance;

/// <summary>
/// A spec with its compiled step function, accessed by names and values instead of generated types.
/// The generator emits one suite for each spec. The engine needs nothing else to test a backend.
/// </summary>
public abstract class ConformanceSuite
{
    /// <summary>The spec as data.</summary>
    public abstract SpecInfo Spec { get; }

    /// <summary>Creates the initial state of a partition. States are immutable.</summary>
    /// <param name="partition">The value of the partition member.</param>
    public abstract object CreateState(SpecValue partition);

    /// <summary>Returns the rows and fields of a state: a record with a sequence of records for each collection.</summary>
    public abstract SpecValue.Record Inspect(object state);

    /// <summary>
    /// Executes one operation or environment action on a state. The function is pure: it does not change the given state.
    /// </summary>
    /// <param name="state">The state of the partition that the request names.</param>
    /// <param name="call">The call.</param>
    /// <param name="now">The time, in the unit of the spec.</param>
    /// <remarks>
    /// Every guard is evaluated, even after one has failed, so that <see cref="StepReport.Faults"/> contains each error that applies.
    /// </remarks>
    public abstract StepReport Step(object state, SpecCall call, long now);

    /// <summary>Returns all violations of the constraints of a shape.</summary>
    /// <param name="shape">The name of the shape.</param>
    /// <param name="value">The value. Its types must match the shape; enumerations may have unknown names.</param>
    public abstract IReadOnlyList<ConstraintViolation> Validate(string shape, SpecValue value);

    /// <summary>The mutants of the step function; empty if the suite was generated without mutants.</summary>
    public virtual IReadOnlyList<MutantInfo> Mutants => [];

    /// <summary>Executes one call with a mutant instead of the original step function. The request must satisfy its constraints. Faults are not collected.</summary>
    /// <param name="mutant">The number of the mutant, or 0 for the original.</param>
    /// <param name="state">The state of the partition that the request names. The method does not change it.</param>
    /// <param name="call">The call.</param>
    /// <param name="now">The time, in the unit of the spec.</param>
    /// <exception cref="NotSupportedException">The suite has no mutants.</exception>
    public virtual StepReport StepMutant(int mutant, object state, SpecCall call, long now) =>
        throw new NotSupportedException("This suite has no mutants.");

    /// <summary>
    /// Finds the required members that are missing in a value, at any depth. A generated C# record cannot represent a missing required number,
    /// Boolean or enumeration. Therefore, this check runs before a value is converted to such a record.
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

/// <summary>The result of the step function for one call.</summary>
/// <param name="State">The state after the step. If the step was refused, this is the state before it.</param>
/// <param name="Response">The response; null if the step was refused or if it is an environment action, which has no response.</param>
/// <param name="Refusal">The refusal; null if the step was accepted.</param>
/// <param name="Points">The points that the step passed, in order. For a refused step: the point of the refusal and the points on the path to it.</param>
/// <param name="Faults">The points of all refusals that apply to the request. The first one determines the error response. Empty if the step was accepted.</param>
public sealed record StepReport(
    object State,
    SpecValue? Response,
    StepRefusal? Refusal,
    IReadOnlyList<int> Points,
    IReadOnlyList<int> Faults)
{
    /// <summary>The points of writes that the step executed without effect, because the fields already had the written values.</summary>
    public IReadOnlyList<int> Rewritten { get; init; } = [];
}

/// <summary>A refusal by the step function.</summary>
/// <param name="Error">The error code.</param>
/// <param name="Data">The members of the error.</param>
/// <param name="Violations">For a request that violates constraints: all violations. In this case the refusal has no point.</param>
public sealed record StepRefusal(string Error, SpecValue.Record Data, IReadOnlyList<ConstraintViolation> Violations);

/// <summary>The violation of a constraint by a value.</summary>
/// <param name="Clause">The id of the constraint's clause.</param>
/// <param name="Path">The path of the member, for instance <c>statusDetails['a b']</c>.</param>
/// <param name="Message">The allowed values and the actual value.</param>
public sealed record ConstraintViolation(string Clause, string Path, string Message);
