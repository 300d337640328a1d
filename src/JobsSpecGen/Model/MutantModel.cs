namespace JobsSpecGen.Model;

/// <summary>A mutant: one small change of the step function, which the suite must detect.</summary>
/// <param name="Number">The number that activates the mutant in the compiled step function, from 1.</param>
/// <param name="Clause">The clause that the mutant breaks.</param>
/// <param name="Operation">The operation that is changed.</param>
/// <param name="Kind">The mutation operator, for instance <c>guard dropped</c>.</param>
/// <param name="Detail">The change in detail.</param>
internal sealed record MutantModel(int Number, string Clause, string Operation, string Kind, string Detail);

/// <summary>A spec whose steps contain all its mutants, and the list of these mutants.</summary>
internal sealed record MutatedSpec(SpecModel Spec, EquatableArray<MutantModel> Mutants);
