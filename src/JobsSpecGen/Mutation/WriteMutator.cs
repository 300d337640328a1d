using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Inserts the mutants of writes: an effect dropped or off by one, a kept field lost, a row not removed.</summary>
internal sealed class WriteMutator(SpecModel spec, MutantList mutants)
{
    private readonly ExprMutator _expressions = new(mutants);
    private readonly ScanRewriter _scans = new(spec);

    public IEnumerable<Step> Mutate(Step step) => step switch
    {
        Step.Set { WrotePoint: { } point } set => [set with { Assignments = set.Assignments.Select(a => Mutate(a, set.Target, Clause(point))).ToEquatableArray() }],
        Step.Keep { KeptPoint: { } point } keep => Lose(keep, Clause(point)).Prepend(keep),
        Step.Create { CreatedPoint: { } point } create => [create with { Values = create.Values.Select(value => Mutate(value, Clause(point))).ToEquatableArray() }],
        Step.Remove { RemovedPoint: { } point } => [new Step.When(
            new Expr.Not(mutants.Add(Clause(point), "effect dropped", "the row stays")), new[] { step }.ToEquatableArray(), default)],
        Step.Set set => [set with { Assignments = set.Assignments.Select(a => a with { Value = _scans.Rewrite(a.Value) }).ToEquatableArray() }],
        Step.Create create => [create with { Values = create.Values.Select(a => a with { Value = _scans.Rewrite(a.Value) }).ToEquatableArray() }],
        _ => [step],
    };

    private string Clause(int point) => spec.Points[point].Clause!;

    private Assignment Mutate(Assignment assignment, RowTarget target, string clause)
    {
        var type = TypeOf(assignment.Field);
        Expr old = target.Collection is null ? new Expr.PartitionValue(assignment.Field, type) : new Expr.Field(target.Variable, assignment.Field, type);
        var value = _expressions.Value(_scans.Rewrite(assignment.Value), clause);
        return assignment with { Value = ExprMutator.If(mutants.Add(clause, "effect dropped", $"{assignment.Field.Name} stays as it is"), old, value) };
    }

    private Assignment Mutate(Assignment assignment, string clause)
    {
        var value = _expressions.Value(_scans.Rewrite(assignment.Value), clause);
        return Wrong(assignment.Field, value) is { } wrong && assignment.Value is not Expr.Binary
            ? assignment with { Value = ExprMutator.If(mutants.Add(clause, "wrong at the start", $"{assignment.Field.Name} is wrong from the start"), wrong, value) }
            : assignment with { Value = value };
    }

    private IEnumerable<Step> Lose(Step.Keep keep, string clause)
    {
        foreach (var field in keep.Fields)
        {
            var type = TypeOf(field);
            if (Wrong(field, new Expr.Field(keep.Target.Variable, field, type)) is { } wrong)
            {
                var lose = new Step.Set(keep.Target, new[] { new Assignment(field, wrong) }.ToEquatableArray(), null);
                // The surrounding steps may not write, so the row is written to the state here.
                var steps = keep.Target.Collection is null ? new Step[] { lose } : [lose, new Step.Flush(new[] { keep.Target }.ToEquatableArray())];
                yield return new Step.When(mutants.Add(clause, "not kept", $"{field.Name} is changed all the same"), steps.ToEquatableArray(), default);
            }
        }
    }

    /// <summary>A wrong value for a field; null if none can be constructed.</summary>
    private Expr? Wrong(Member field, Expr value)
    {
        var type = TypeOf(field);
        return (type.Kind, field.Required) switch
        {
            (ShapeKind.Timestamp, false) => new Expr.Now(),
            (_, false) when value is not Expr.Literal => new Expr.Literal(new LiteralValue.Null(), ExprType.Null),
            (ShapeKind.Integer, true) => new Expr.Binary(BinaryOperator.Add, value, new Expr.Literal(new LiteralValue.Integer(1), ExprType.Integer), ExprType.Integer),
            (ShapeKind.Timestamp, true) when value is not Expr.Now => new Expr.Now(),
            (ShapeKind.Text, true) => new Expr.Literal(new LiteralValue.Text(string.Empty), ExprType.Text),
            _ => null,
        };
    }

    private ExprType TypeOf(Member field)
    {
        var shape = spec.Shapes.First(s => s.Name == field.Shape);
        var isNamed = shape.Kind is ShapeKind.Enumeration or ShapeKind.List or ShapeKind.Map or ShapeKind.Structure;
        return new ExprType(shape.Kind, isNamed ? shape.Name : null, !field.Required);
    }
}
