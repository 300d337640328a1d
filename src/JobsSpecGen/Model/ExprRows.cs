using System.Linq;

namespace JobsSpecGen.Model;

/// <summary>Renames the row of an expression.</summary>
internal static class ExprRows
{
    /// <summary>Returns the same expression with another name for its row.</summary>
    public static Expr RenameRow(Expr expression, string from, string to)
    {
        Expr Go(Expr part) => RenameRow(part, from, to);
        return expression switch
        {
            Expr.Field field when field.Variable == from => field with { Variable = to },
            Expr.Not not => not with { Operand = Go(not.Operand) },
            Expr.Binary binary => binary with { Left = Go(binary.Left), Right = Go(binary.Right) },
            Expr.In isIn => isIn with { Operand = Go(isIn.Operand), Values = isIn.Values.Select(Go).ToEquatableArray() },
            Expr.Call call => call with { Arguments = call.Arguments.Select(Go).ToEquatableArray() },
            Expr.Narrowed narrowed => narrowed with { Operand = Go(narrowed.Operand) },
            _ => expression,
        };
    }
}
