using System.Collections.Generic;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Collects the mutants while they are inserted.</summary>
internal sealed class MutantList
{
    private readonly List<MutantModel> _mutants = [];

    /// <summary>The operation whose steps are being mutated.</summary>
    public string Operation { get; set; } = string.Empty;

    /// <summary>Adds a mutant and returns the condition under which it is active.</summary>
    public Expr.IsMutant Add(string clause, string kind, string detail)
    {
        var mutant = new MutantModel(_mutants.Count + 1, clause, Operation, kind, detail);
        _mutants.Add(mutant);
        return new Expr.IsMutant(mutant.Number);
    }

    public EquatableArray<MutantModel> ToArray() => _mutants.ToEquatableArray();
}
