using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits the steps of one operation: their queries and their control flow.</summary>
internal sealed class StepText
{
    private readonly CodeWriter _writer;
    private readonly OperationModel _operation;
    private readonly ShapeTypes _types;
    private readonly ExprText _expressions;
    private readonly StateMethodNames _queries;
    private readonly EndingText _endings;
    private readonly StepVariables _variables;
    private readonly WriteText _writes;
    private readonly TraceText _trace;

    public StepText(CodeWriter writer, OperationModel operation, ShapeTypes types, bool isTraced = true)
    {
        _writer = writer;
        _operation = operation;
        _types = types;
        _expressions = new ExprText(types);
        _queries = new StateMethodNames(types);
        _variables = StepVariables.Of(operation.Steps);
        _trace = new TraceText(writer, isTraced);
        _endings = new EndingText(writer, operation, types, _variables, _trace);
        _writes = new WriteText(writer, types, _variables, _endings, _trace);
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
            WriteClause(step);
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
                    _endings.WriteRefusal(require.Otherwise, mayGoOn: !require.IsReliedOn);
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
                    _writes.Write(step);
                    break;
            }
        }
    }

    /// <summary>Writes a comment with the clause that the following lines implement.</summary>
    private void WriteClause(Step step)
    {
        var point = step switch
        {
            Step.Select select => select.FoundPoint,
            Step.SelectAll all => all.ListedPoint,
            Step.Require require => require.Otherwise.Point,
            Step.Set set => set.WrotePoint,
            Step.Keep keep => keep.KeptPoint,
            Step.Transition move => move.WrotePoint ?? move.Otherwise?.Point,
            Step.Create create => create.CreatedPoint,
            Step.Remove remove => remove.RemovedPoint,
            Step.Return end => end.Answer.Point,
            _ => null,
        };
        if (point is { } number && _types.ClauseOf(number) is { } clause)
        {
            _writer.Line($"// {DocText.Of(clause)}");
        }
    }

    private void WriteSelect(Step.Select select)
    {
        var variable = VariableNames.Of(select.Variable);
        var rows = _expressions.Rows(select.RowQuery, _queries);
        _writer.Open($"if ({rows}.FirstOrDefault() is not {{ }} {FoundName(select)})");
        _endings.Write(select.Otherwise);
        _writer.Close();
        _writer.Line();
        _writer.Line($"{variable} = {FoundName(select)};");
        _writes.WriteStored(select.Variable);
        _trace.Pass(select.FoundPoint);
        WriteOrder(select.RowQuery, select.ChosePoints, onlyFirst: true);
    }

    /// <summary>Pattern variables of one method must differ; the combination of the names of the collection and the variable is unique.</summary>
    private static Identifier FoundName(Step.Select select) => Identifier.Of(select.Variable + "Found");

    private void WriteSelectAll(Step.SelectAll all)
    {
        var variable = VariableNames.Of(all.Variable);
        _writer.Line($"{variable} = {_expressions.Rows(all.RowQuery, _queries)}.ToArray();");
        _trace.Pass(all.ListedPoint, Code.Of($"{variable}.Length > 0"));
        WriteOrder(all.RowQuery, all.ChosePoints, onlyFirst: false);
    }

    private void WriteOrder(RowQuery query, EquatableArray<int> points, bool onlyFirst)
    {
        if (points.Count == 0 || !_trace.IsOn)
        {
            return;
        }

        var collection = _types.Collection(query.Collection);
        var path = collection.AccessPaths.First(p => p.Number == query.Path);
        var order = new OrderText(_types);
        var indexes = Code.Join(", ", points.Select(point => Code.Of($"{point}")));
        _writer.Line($"trace?.Order([{indexes}], {CSharpLiteral.Of(onlyFirst)}, {_expressions.Rows(query, _queries)}, {order.Keys(path)}, {order.Directions(path)});");
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
        _writer.Open($"foreach (var {read} in {_expressions.Rows(each.RowQuery, _queries)}.ToArray())");
        _writer.Line($"var {VariableNames.Of(each.Variable)} = {read};");
        if (_variables.IsWritten(each.Variable))
        {
            _writer.Line($"var {VariableNames.StoredOf(each.Variable)} = {read};");
        }

        Write(each.Do);
        _writer.Close();
    }
}
