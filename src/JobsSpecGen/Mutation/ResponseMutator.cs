using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Inserts the mutants of responses and errors: members missing, added, or off by one.</summary>
internal sealed class ResponseMutator(SpecModel spec, MutantList mutants, ScanRewriter scans)
{
    private readonly ExprMutator _expressions = new(mutants);

    public EquatableArray<BuiltMember> Mutate(EquatableArray<BuiltMember> members, string clause, string path = "") =>
        members.Select(member => Mutate(member, clause, path)).ToEquatableArray();

    private BuiltMember Mutate(BuiltMember member, string clause, string path)
    {
        var name = path + member.Member.Name;
        var mutated = Mutate(member.Value, clause, name);
        return member.Member.Required || member.Value is Built.Conditional
            ? member with { Value = mutated }
            : member with { Value = new Built.Conditional(new Expr.Not(mutants.Add(clause, "member forgotten", $"{name} is never given")), mutated, null, null) };
    }

    private Built Mutate(Built built, string clause, string name) => built switch
    {
        Built.Structure structure => structure with { Members = Mutate(structure.Members, clause, name + ".") },
        Built.Each each => each with { Members = Mutate(each.Members, clause, name + "[].") },
        Built.Conditional conditional => WeaveConditional(conditional, clause, name),
        Built.Value { Expression: { Type: { Kind: ShapeKind.Integer, Nullable: false } } number } value => value with
        {
            Expression = ExprMutator.If(
                mutants.Add(clause, "value off by one", $"{name} is one too high"),
                new Expr.Binary(BinaryOperator.Add, scans.Rewrite(number), new Expr.Literal(new LiteralValue.Integer(1), ExprType.Integer), ExprType.Integer),
                scans.Rewrite(number)),
        },
        Built.Value value => value with { Expression = scans.Rewrite(value.Expression) },
        _ => built,
    };

    private Built.Conditional WeaveConditional(Built.Conditional conditional, string clause, string name)
    {
        var own = conditional.PresentPoint is { } point ? spec.Points[point].Clause ?? clause : clause;
        return new Built.Conditional(
            _expressions.Condition(scans.Rewrite(conditional.Condition), own),
            Mutate(conditional.Then, own, name),
            null,
            null);
    }
}
