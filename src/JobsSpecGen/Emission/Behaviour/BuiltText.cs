using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits how responses and errors are built.</summary>
internal sealed class BuiltText(ShapeTypes types)
{
    private readonly ExprText _expressions = new(types);

    public Code Of(Built built) => built switch
    {
        Built.Value { EmptyIsAbsent: true } value => AbsentIfEmpty(value),
        Built.Value value => _expressions.Condition(value.Expression),
        Built.Structure structure => Structure(structure.Shape, structure.Members),
        Built.Each each => Each(each),
        Built.EmptyList list => Code.Of($"{types.TypeOf(list.Shape)}.Empty"),
        Built.Conditional conditional => Code.Of($"{_expressions.Of(conditional.Condition)} ? {Cast(conditional.Then)}{Of(conditional.Then)} : null"),
        _ => Code.Empty,
    };

    /// <summary>Emits the calls that report the conditions to a trace.</summary>
    public void WritePoints(CodeWriter writer, Built built, TraceText trace)
    {
        switch (built)
        {
            case Built.Conditional conditional:
                if (trace.IsOn && conditional is { PresentPoint: { } present, LeftOutPoint: { } leftOut })
                {
                    writer.Line($"trace?.Pass({_expressions.Of(conditional.Condition)} ? {present} : {leftOut});");
                }

                WritePoints(writer, conditional.Then, trace);
                break;
            case Built.Structure structure:
                foreach (var member in structure.Members)
                {
                    WritePoints(writer, member.Value, trace);
                }

                break;
        }
    }

    private Code AbsentIfEmpty(Built.Value value)
    {
        var shape = types[value.Expression.Type.Shape!];
        var item = shape.Kind == ShapeKind.Map
            ? Code.Of($"global::System.Collections.Generic.KeyValuePair<string, {types.TypeOf(shape.Element!)}>")
            : types.TypeOf(shape.Element!);
        return Code.Of($"AbsentIfEmpty<{types.TypeOf(shape.Name)}, {item}>({_expressions.Condition(value.Expression)})");
    }

    private Code Structure(string shape, EquatableArray<BuiltMember> members)
    {
        var values = Code.Join(",\n    ", members.Select(member => Code.Of($"{Identifier.Of(member.Member.Identifier)} = {Of(member.Value)}")));
        return members.Count == 0 ? Code.Of($"new {types.TypeOf(shape)}()") : Code.Of($"new {types.TypeOf(shape)}\n{{\n    {values},\n}}");
    }

    private Code Each(Built.Each each)
    {
        var element = types[each.Shape].Element!;
        return Code.Of($"new {types.TypeOf(each.Shape)}({VariableNames.Of(each.Variable)}.Select({VariableNames.Of(each.Row)} => {Structure(element, each.Members)}))");
    }

    /// <summary>In a conditional expression with null, a number needs an explicit nullable type.</summary>
    private static Code Cast(Built then) => then is Built.Value { Expression.Type: { Nullable: false } type } ? type.Kind switch
    {
        ShapeKind.Boolean => Code.Of($"(bool?)"),
        ShapeKind.Integer or ShapeKind.Timestamp => Code.Of($"(long?)"),
        _ => Code.Empty,
    }
    : Code.Empty;
}
