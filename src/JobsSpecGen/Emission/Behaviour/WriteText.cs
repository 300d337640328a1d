using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits the steps that write. Rows are changed in their variables and written to the state before it is read again.</summary>
internal sealed class WriteText(CodeWriter writer, ShapeTypes types, StepVariables variables, EndingText endings, TraceText trace)
{
    private readonly ExprText _expressions = new(types);

    public void Write(Step step)
    {
        switch (step)
        {
            case Step.Set set:
                WriteSet(set.Target, set.Assignments, set.WrotePoint);
                break;
            case Step.Transition move:
                WriteTransition(move);
                break;
            case Step.Keep keep:
                WriteKeep(keep);
                break;
            case Step.Create create:
                WriteCreate(create);
                break;
            case Step.Remove remove:
                writer.Line($"state.RemoveFrom{CollectionOf(remove.Target)}({VariableNames.StoredOf(remove.Target.Variable)});");
                trace.Pass(remove.RemovedPoint);
                break;
            case Step.Flush flush:
                WriteFlush(flush);
                break;
        }
    }

    /// <summary>Keeps the stored version of a row that will be written back.</summary>
    public void WriteStored(string variable)
    {
        if (variables.IsWritten(variable))
        {
            writer.Line($"{VariableNames.StoredOf(variable)} = {VariableNames.Of(variable)};");
        }
    }

    private void WriteSet(RowTarget target, IReadOnlyList<Assignment> assignments, int? point)
    {
        if (target.Collection is null)
        {
            foreach (var assignment in assignments)
            {
                var field = Identifier.Of(assignment.Field.Identifier);
                var value = _expressions.Condition(assignment.Value);
                trace.Write(point, Code.Of($"!global::System.Object.Equals(state.{field}, {value})"));
                writer.Line($"state.{field} = {value};");
            }

            return;
        }

        var row = VariableNames.Of(target.Variable);
        var values = Code.Join(", ", assignments.Select(a => Code.Of($"{Identifier.Of(a.Field.Identifier)} = {_expressions.Condition(a.Value)}")));
        var after = Code.Of($"{row} with {{ {values} }}");
        writer.Line($"{row} = {trace.Changed(row, after, point)};");
    }

    private void WriteTransition(Step.Transition move)
    {
        var current = Code.Of($"{VariableNames.Of(move.Target.Variable)}.{Identifier.Of(move.Field.Identifier)}");
        writer.Open($"if (!{LifecycleText.MethodOf(types.Lifecycle(move.Lifecycle))}({CSharpLiteral.Of(move.By)}, {current}, {_expressions.Condition(move.To)}))");
        if (move.Otherwise is { } refusal)
        {
            endings.WriteRefusal(refusal, mayGoOn: true);
        }
        else
        {
            // After a guard that rejected, a trace reaches this step with values that the guard excludes.
            endings.WriteRefusalCheck();
            writer.Line($"throw new global::System.InvalidOperationException(\"The spec moves a row in a way that its lifecycle does not allow; give the transition an 'otherwise'.\");");
        }

        writer.Close();
        writer.Line();
        WriteSet(move.Target, [new Assignment(move.Field, move.Stored ?? move.To)], move.WrotePoint);
    }

    private void WriteKeep(Step.Keep keep)
    {
        // An absent field cannot be lost, so that keeping it shows nothing.
        var row = VariableNames.Of(keep.Target.Variable);
        var held = keep.Fields.Any(field => field.Required)
            ? Code.Of($"true")
            : Code.Join(" || ", keep.Fields.Select(field => Code.Of($"{row}.{Identifier.Of(field.Identifier)} is not null")));
        trace.Pass(keep.KeptPoint, held);
    }

    private void WriteCreate(Step.Create create)
    {
        var collection = types.Collection(create.Collection);
        var variable = VariableNames.Of(create.Variable);
        writer.Line($"{variable} = state.AddTo{Identifier.Of(collection.Identifier)}(new {types.RowOf(collection)}");
        writer.Open();
        foreach (var value in create.Values)
        {
            writer.Line($"{Identifier.Of(value.Field.Identifier)} = {_expressions.Condition(value.Value)},");
        }

        writer.Close($");");
        WriteStored(create.Variable);
        trace.Pass(create.CreatedPoint);
    }

    private void WriteFlush(Step.Flush flush)
    {
        foreach (var target in flush.Targets)
        {
            var row = VariableNames.Of(target.Variable);
            var stored = VariableNames.StoredOf(target.Variable);
            writer.Open($"if (!global::System.Object.ReferenceEquals({stored}, {row}))");
            writer.Line($"state.ChangeIn{CollectionOf(target)}({stored}, {row});");
            writer.Line($"{stored} = {row};");
            writer.Close();
            writer.Line();
        }
    }

    private Identifier CollectionOf(RowTarget target) => Identifier.Of(types.Collection(target.Collection!).Identifier);
}
