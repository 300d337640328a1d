namespace JobsSpecGen.Model;

/// <summary>A small change of the step function, which a suite worth its name must notice.</summary>
/// <param name="Number">The number by which the woven step function is told to play it, from 1.</param>
/// <param name="Clause">The clause that it breaks.</param>
/// <param name="Operation">Where.</param>
/// <param name="Kind">What kind of change it is, for instance <c>guard dropped</c>.</param>
/// <param name="Detail">What exactly is changed.</param>
internal sealed record MutantModel(int Number, string Clause, string Operation, string Kind, string Detail);

/// <summary>A spec with all mutants woven into its steps, and the list of them.</summary>
internal sealed record WovenSpec(SpecModel Spec, EquatableArray<MutantModel> Mutants);
