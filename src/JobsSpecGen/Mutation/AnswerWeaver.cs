using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Inserts the mutants of responses and errors: members missing, added, or off by one.</summary>
internal sealed class AnswerWeaver(SpecModel spec, MutantList mutants, ScanRewriter scans)
{
    private readonly ExprWeaver _expressions = new(mutants);

    public EquatableArray<BuiltMember> Weave(EquatableArray<BuiltMember> members, string clause, string path = "") =>
        members.Select(member => Weave(member, clause, path)).ToEquatableArray();

    private BuiltMember Weave(BuiltMember member, string clause, string path)
    {
        var name = path + member.Member.Name;
        var woven = Weave(member.Value, clause, name);
        return member.Member.Required || member.Value is Built.Conditional
            ? member with { Value = woven }
            : member with { Value = new Built.Conditional(new Expr.Not(mutants.Add(clause, "member forgotten", $"{name} is never given")), woven, null, null) };
    }

    private Built Weave(Built built, string clause, string name) => built switch
    {
        Built.Structure structure => structure with { Members = Weave(structure.Members, clause, name + ".") },
        Built.Each each => each with { Members = Weave(each.Members, clause, name + "[].") },
        Built.Conditional conditional => WeaveConditional(conditional, clause, name),
        Built.Value { Expression: { Type: { Kind: ShapeKind.Integer, Nullable: false } } number } value => value with
        {
            Expression = ExprWeaver.If(
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
            Weave(conditional.Then, own, name),
            null,
            null);
    }
}
