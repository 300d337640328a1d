using System.Collections.Generic;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Collects mutants while they are woven in.</summary>
internal sealed class MutantList
{
    private readonly List<MutantModel> _mutants = [];

    /// <summary>The operation into which mutants are woven just now.</summary>
    public string Operation { get; set; } = string.Empty;

    /// <summary>Adds a mutant and gives the condition under which it is played.</summary>
    public Expr.IsMutant Add(string clause, string kind, string detail)
    {
        var mutant = new MutantModel(_mutants.Count + 1, clause, Operation, kind, detail);
        _mutants.Add(mutant);
        return new Expr.IsMutant(mutant.Number);
    }

    public EquatableArray<MutantModel> ToArray() => _mutants.ToEquatableArray();
}
