using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits a lifecycle as a table of transitions and the actors that may make them.</summary>
internal static class LifecycleText
{
    public static Identifier MethodOf(LifecycleModel lifecycle) => Identifier.Of("MayMove" + lifecycle.Identifier);

    public static void Write(CodeWriter writer, LifecycleModel lifecycle, ShapeTypes types)
    {
        var values = types[lifecycle.Shape].Values;
        Code Value(string wireName) =>
            Code.Of($"{types.TypeOf(lifecycle.Shape)}.{Identifier.Of(values.First(value => value.WireName == wireName).Identifier)}");

        writer.Line($"// spec: lifecycles.{DocText.Of(lifecycle.Name)}");
        writer.Line($"private static bool {MethodOf(lifecycle)}(string by, {types.TypeOf(lifecycle.Shape)} from, {types.TypeOf(lifecycle.Shape)} to) => by switch");
        writer.Open();
        foreach (var actor in lifecycle.Transitions.GroupBy(transition => transition.By))
        {
            var moves = actor.Select(move => Code.Of($"({Value(move.From)}, {Value(move.To)})"));
            writer.Line($"{CSharpLiteral.Of(actor.Key)} => (from, to) is\n    {Code.Join(" or\n    ", moves)},");
        }

        writer.Line($"_ => false,");
        writer.Close($";");
    }
}
