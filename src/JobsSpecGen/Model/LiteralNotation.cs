using System.Globalization;
using System.Linq;

namespace JobsSpecGen.Model;

/// <summary>Writes literals in the notation of the spec, for documentation.</summary>
internal static class LiteralNotation
{
    public static string Of(LiteralValue value) => value switch
    {
        LiteralValue.Text text => "'" + text.Value + "'",
        LiteralValue.Boolean boolean => boolean.Value ? "true" : "false",
        LiteralValue.Integer integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        LiteralValue.Enumerated enumerated => enumerated.WireName,
        LiteralValue.Sequence sequence => "[" + string.Join(", ", sequence.Items.Select(Of)) + "]",
        LiteralValue.Record record => "{ " + string.Join(", ", record.Members.Select(member => member.Name + ": " + Of(member.Value))) + " }",
        _ => "null",
    };
}
