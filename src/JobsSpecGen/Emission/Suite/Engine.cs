using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Code fragments with the names of the engine's types.</summary>
internal static class Engine
{
    public static Code Namespace { get; } = Code.Of($"global::JobsSpecGen.Conformance");

    public static Code Value { get; } = Code.Of($"{Namespace}.SpecValue");

    public static Code Record { get; } = Code.Of($"{Value}.Record");

    /// <summary>A list of texts as a collection expression.</summary>
    public static Code Texts(IEnumerable<string> texts) =>
        Code.Of($"[{Code.Join(", ", texts.Select(text => (Code)CSharpLiteral.Of(text)))}]");

    /// <summary>A literal of the spec as a value of the engine.</summary>
    public static Code Of(LiteralValue value) => value switch
    {
        LiteralValue.Text text => Code.Of($"{Value}.Of({CSharpLiteral.Of(text.Value)})"),
        LiteralValue.Enumerated enumerated => Code.Of($"{Value}.Of({CSharpLiteral.Of(enumerated.WireName)})"),
        LiteralValue.Boolean boolean => Code.Of($"{Value}.Of({CSharpLiteral.Of(boolean.Value)})"),
        LiteralValue.Integer integer => Code.Of($"{Value}.Of({CSharpLiteral.Of(integer.Value)})"),
        LiteralValue.Sequence sequence => Code.Of($"new {Value}.Sequence([{Code.Join(", ", sequence.Items.Select(Of))}])"),
        LiteralValue.Record record => OfRecord(record),
        _ => Code.Of($"{Value}.Absent"),
    };

    public static Code OfRecord(LiteralValue.Record record) =>
        Code.Of($"new {Record}([{Code.Join(", ", record.Members.Select(member => Code.Of($"new({CSharpLiteral.Of(member.Name)}, {Of(member.Value)})")))}])");
}
