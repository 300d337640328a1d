using System.Text.Json;
using Fluid.Values;

namespace JobsSpecGen.Conformance.Reports.Html;

/// <summary>Converts JSON and text to values of Liquid templates.</summary>
internal static class LiquidValues
{
    public static FluidValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Record(element.EnumerateObject().Select(p => (p.Name, Of(p.Value)))),
        JsonValueKind.Array => new ArrayValue([.. element.EnumerateArray().Select(Of)]),
        JsonValueKind.String => new StringValue(element.GetString()!),
        JsonValueKind.Number => NumberValue.Create(element.GetDecimal()),
        JsonValueKind.True or JsonValueKind.False => BooleanValue.Create(element.GetBoolean()),
        _ => NilValue.Instance,
    };

    /// <summary>Splits a message or a diff into lines. Each line has a kind: <c>removed</c>, <c>added</c>, <c>heading</c> or <c>plain</c>.</summary>
    public static FluidValue Lines(string text) => new ArrayValue([.. text.TrimEnd('\n').Split('\n').Select(line => Record(
    [
        ("text", new StringValue(line)),
        ("kind", new StringValue(KindOf(line))),
    ]))]);

    private static string KindOf(string line) => line.TrimStart() switch
    {
        ['-', ' ', ..] => "removed",
        ['+', ' ', ..] => "added",
        [.., ':'] when !char.IsWhiteSpace(line[0]) => "heading",
        _ => "plain",
    };

    private static DictionaryValue Record(IEnumerable<(string Name, FluidValue Value)> members) =>
        new(new FluidValueDictionaryFluidIndexable(members.ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal)));
}
