using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Prints the steps of one operation.</summary>
internal sealed class StepText
{
    private readonly CodeWriter _writer;
    private readonly OperationModel _operation;
    private readonly ShapeTypes _types;
    private readonly ExprText _expressions;
    private readonly ReadingNames _readings;
    private readonly EndingText _endings;
    private readonly StepVariables _variables;

    public StepText(CodeWriter writer, OperationModel operation, ShapeTypes types)
    {
        _writer = writer;
        _operation = operation;
        _types = types;
        _expressions = new ExprText(types);
        _readings = new ReadingNames(types);
        _variables = StepVariables.Of(operation.Steps);
        _endings = new EndingText(writer, operation, types, _variables.HasRefusal);
    }

    public void WriteBody(bool isBroken)
    {
        if (isBroken)
        {
            _writer.Line($"throw new global::System.InvalidOperationException(\"The spec has mistakes; see the diagnostics of the compiler.\");");
            return;
        }

        if (!_operation.IsReadOnly)
        {
            _writer.Line($"state.Begin();");
        }

        if (_variables.HasRefusal)
        {
            _writer.Line($"{Identifier.Of(_types.Service + "Exception")}? refusal = null;");
        }

        foreach (var (name, collection, isList) in _variables.Selected)
        {
            var row = _types.RowOf(_types.Collection(collection));
            _writer.Line($"{(isList ? Code.Of($"{row}[]") : row)} {VariableNames.Of(name)};");
            if (_variables.IsWritten(name))
            {
                _writer.Line($"{row} {VariableNames.StoredOf(name)};");
            }
        }

        Write(_operation.Steps);
        if (_operation.IsEnvironment)
        {
            _endings.WriteEnd();
        }
    }

    private void Write(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case Step.Select select:
                    WriteSelect(select);
                    break;
                case Step.SelectAll all:
                    WriteSelectAll(all);
                    break;
                case Step.Require require:
                    _writer.Open($"if (!({_expressions.Condition(require.Condition)}))");
                    _endings.WriteRefusal(require.Otherwise, mayGoOn: !require.IsRelied);
                    _writer.Close();
                    break;
                case Step.When branch:
                    WriteWhen(branch);
                    break;
                case Step.ForEach each:
                    WriteForEach(each);
                    break;
                case Step.Return end:
                    _endings.WriteAnswer(end.Answer);
                    break;
                default:
                    WriteWriting(step);
                    break;
            }
        }
    }

    private void WriteWriting(Step step)
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
                _writer.Line($"state.RemoveFrom{CollectionOf(remove.Target)}({VariableNames.StoredOf(remove.Target.Variable)});");
                Pass(remove.RemovedPoint);
                break;
            case Step.Flush flush:
                WriteFlush(flush);
                break;
        }
    }

    private void WriteSelect(Step.Select select)
    {
        var variable = VariableNames.Of(select.Variable);
        var rows = _expressions.Rows(select.Reading, _readings);
        _writer.Open($"if ({rows}.FirstOrDefault() is not {{ }} {FoundName(select)})");
        _endings.Write(select.Otherwise);
        _writer.Close();
        _writer.Line();
        _writer.Line($"{variable} = {FoundName(select)};");
        WriteStored(select.Variable);
        Pass(select.FoundPoint);
        WriteOrder(select.Reading, select.ChosePoints, onlyFirst: true);
    }

    /// <summary>Pattern variables of one method must differ; the collection's name with that of the variable does.</summary>
    private static Identifier FoundName(Step.Select select) => Identifier.Of(select.Variable + "Found");

    private void WriteSelectAll(Step.SelectAll all)
    {
        var variable = VariableNames.Of(all.Variable);
        _writer.Line($"{variable} = {_expressions.Rows(all.Reading, _readings)}.ToArray();");
        if (all.ListedPoint is { } point)
        {
            _writer.Line($"trace?.Pass({point}, {variable}.Length > 0);");
        }

        WriteOrder(all.Reading, all.ChosePoints, onlyFirst: false);
    }

    private void WriteOrder(Reading reading, EquatableArray<int> points, bool onlyFirst)
    {
        if (points.Count == 0)
        {
            return;
        }

        var collection = _types.Collection(reading.Collection);
        var path = collection.AccessPaths.First(p => p.Number == reading.Path);
        var order = new OrderText(_types);
        var indexes = Code.Join(", ", points.Select(point => Code.Of($"{point}")));
        _writer.Line($"trace?.Order([{indexes}], {CSharpLiteral.Of(onlyFirst)}, {_expressions.Rows(reading, _readings)}, {order.Keys(path)}, {order.Directions(path)});");
    }

    private void WriteWhen(Step.When when)
    {
        _writer.Open($"if ({_expressions.Condition(when.Condition)})");
        Write(when.Then);
        _writer.Close();
        if (when.Else.Count > 0)
        {
            _writer.Open($"else");
            Write(when.Else);
            _writer.Close();
        }
    }

    private void WriteForEach(Step.ForEach each)
    {
        var read = Identifier.Of(each.Variable + "Read");
        _writer.Open($"foreach (var {read} in {_expressions.Rows(each.Reading, _readings)}.ToArray())");
        _writer.Line($"var {VariableNames.Of(each.Variable)} = {read};");
        if (_variables.IsWritten(each.Variable))
        {
            _writer.Line($"var {VariableNames.StoredOf(each.Variable)} = {read};");
        }

        Write(each.Do);
        _writer.Close();
    }

    private void WriteSet(RowTarget target, IReadOnlyList<Assignment> assignments, int? point)
    {
        if (target.Collection is null)
        {
            foreach (var assignment in assignments)
            {
                var field = Identifier.Of(assignment.Field.Identifier);
                var value = _expressions.Condition(assignment.Value);
                if (point is { } p)
                {
                    _writer.Line($"trace?.Pass({p}, !global::System.Object.Equals(state.{field}, {value}));");
                }

                _writer.Line($"state.{field} = {value};");
            }

            return;
        }

        var row = VariableNames.Of(target.Variable);
        var values = Code.Join(", ", assignments.Select(a => Code.Of($"{Identifier.Of(a.Field.Identifier)} = {_expressions.Condition(a.Value)}")));
        var after = Code.Of($"{row} with {{ {values} }}");
        _writer.Line($"{row} = {(point is { } number ? Code.Of($"Changed({row}, {after}, {number}, trace)") : after)};");
    }

    private void WriteTransition(Step.Transition move)
    {
        var current = Code.Of($"{VariableNames.Of(move.Target.Variable)}.{Identifier.Of(move.Field.Identifier)}");
        _writer.Open($"if (!{LifecycleText.MethodOf(move.Lifecycle)}({CSharpLiteral.Of(move.By)}, {current}, {_expressions.Condition(move.To)}))");
        if (move.Otherwise is { } refusal)
        {
            _endings.WriteRefusal(refusal, mayGoOn: true);
        }
        else
        {
            // Behind a guard that refused, a trace comes here with what that guard keeps away.
            _endings.WriteRefusalCheck();
            _writer.Line($"throw new global::System.InvalidOperationException(\"The spec moves a row in a way that its lifecycle does not allow; give the transition an 'otherwise'.\");");
        }

        _writer.Close();
        _writer.Line();
        WriteSet(move.Target, [new Assignment(move.Field, move.To)], move.WrotePoint);
    }

    private void WriteKeep(Step.Keep keep)
    {
        if (keep.KeptPoint is not { } point)
        {
            return;
        }

        // A field that holds nothing cannot be lost, so keeping it proves nothing.
        var row = VariableNames.Of(keep.Target.Variable);
        var held = keep.Fields.Any(field => field.Required)
            ? Code.Of($"true")
            : Code.Join(" || ", keep.Fields.Select(field => Code.Of($"{row}.{Identifier.Of(field.Identifier)} is not null")));
        _writer.Line($"trace?.Pass({point}, {held});");
    }

    private void WriteCreate(Step.Create create)
    {
        var collection = _types.Collection(create.Collection);
        var variable = VariableNames.Of(create.Variable);
        _writer.Line($"{variable} = state.AddTo{Identifier.Of(collection.Identifier)}(new {_types.RowOf(collection)}");
        _writer.Open();
        foreach (var value in create.Values)
        {
            _writer.Line($"{Identifier.Of(value.Field.Identifier)} = {_expressions.Condition(value.Value)},");
        }

        _writer.Close($");");
        WriteStored(create.Variable);
        Pass(create.CreatedPoint);
    }

    private void WriteFlush(Step.Flush flush)
    {
        foreach (var target in flush.Targets)
        {
            var row = VariableNames.Of(target.Variable);
            var stored = VariableNames.StoredOf(target.Variable);
            _writer.Open($"if (!global::System.Object.ReferenceEquals({stored}, {row}))");
            _writer.Line($"state.ChangeIn{CollectionOf(target)}({stored}, {row});");
            _writer.Line($"{stored} = {row};");
            _writer.Close();
            _writer.Line();
        }
    }

    private void WriteStored(string variable)
    {
        if (_variables.IsWritten(variable))
        {
            _writer.Line($"{VariableNames.StoredOf(variable)} = {VariableNames.Of(variable)};");
        }
    }

    private Identifier CollectionOf(RowTarget target) => Identifier.Of(_types.Collection(target.Collection!).Identifier);

    private void Pass(int? point)
    {
        if (point is { } number)
        {
            _writer.Line($"trace?.Pass({number});");
        }
    }
}
