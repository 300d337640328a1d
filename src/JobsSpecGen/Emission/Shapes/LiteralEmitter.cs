using System;
using System.Linq;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Shapes;

/// <summary>Emits literals of a spec (defaults, examples, arguments) as C# expressions.</summary>
internal sealed class LiteralEmitter(ShapeTypes types)
{
    public Code Emit(LiteralValue value, string shapeName)
    {
        var shape = types[shapeName];
        return (value, shape.Kind) switch
        {
            (LiteralValue.Null, _) => CSharpLiteral.Of((string?)null),
            (LiteralValue.Text text, _) => CSharpLiteral.Of(text.Value),
            (LiteralValue.Boolean boolean, _) => CSharpLiteral.Of(boolean.Value),
            (LiteralValue.Integer integer, _) => CSharpLiteral.Of(integer.Value),
            (LiteralValue.Enumerated enumerated, _) => Enumerated(enumerated),
            (LiteralValue.Sequence sequence, _) => Sequence(sequence, shape),
            (LiteralValue.Record record, ShapeKind.Map) => Map(record, shape),
            (LiteralValue.Record record, _) => Structure(record, shape),
            _ => throw new InvalidOperationException("Not a literal of " + shapeName + ": " + value.GetType().Name),
        };
    }

    private Code Enumerated(LiteralValue.Enumerated value)
    {
        var member = types[value.Shape].Values.First(candidate => candidate.WireName == value.WireName);
        return Code.Of($"{types.TypeOf(value.Shape)}.{Identifier.Of(member.Identifier)}");
    }

    private Code Sequence(LiteralValue.Sequence value, Shape shape)
    {
        var items = Code.Join(", ", value.Items.Select(item => Emit(item, shape.Element!)));
        return Code.Of($"global::{types.Namespace}.ValueList.Create<{types.TypeOf(shape.Element!)}>([{items}])");
    }

    private Code Map(LiteralValue.Record value, Shape shape)
    {
        var entries = Code.Join(", ", value.Members.Select(entry => Code.Of($"({CSharpLiteral.Of(entry.Name)}, {Emit(entry.Value, shape.Element!)})")));
        return Code.Of($"global::{types.Namespace}.ValueMap.Create<{types.TypeOf(shape.Element!)}>({entries})");
    }

    private Code Structure(LiteralValue.Record value, Shape shape)
    {
        var members = Code.Join(", ", value.Members.Select(given =>
        {
            var member = shape.Members.First(candidate => candidate.Name == given.Name);
            return Code.Of($"{Identifier.Of(member.Identifier)} = {Emit(given.Value, member.Shape)}");
        }));
        return value.Members.Count == 0 ? Code.Of($"new {types.TypeOf(shape.Name)}()") : Code.Of($"new {types.TypeOf(shape.Name)} {{ {members} }}");
    }
}
