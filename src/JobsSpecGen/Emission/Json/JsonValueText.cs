using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits how one value of a shape is read and written.</summary>
internal sealed class JsonValueText(ShapeTypes types)
{
    public ShapeTypes Types => types;

    /// <summary>The value at the reader's current token.</summary>
    public Code Read(string shapeName) => types[shapeName].Kind switch
    {
        ShapeKind.Text => Code.Of($"Tokens.ReadText(ref reader)"),
        ShapeKind.Boolean => Code.Of($"Tokens.ReadFlag(ref reader)"),
        ShapeKind.Integer or ShapeKind.Timestamp => Code.Of($"Tokens.ReadNumber(ref reader)"),
        _ => Code.Of($"{JsonCode.CodecOf(shapeName)}.Read(ref reader)"),
    };

    /// <summary>The statement that writes a value without a name, or after its name.</summary>
    public Code Write(string shapeName, Code value) => types[shapeName].Kind switch
    {
        ShapeKind.Text => Code.Of($"Tokens.WriteText(writer, {value});"),
        ShapeKind.Boolean => Code.Of($"writer.WriteBooleanValue({value});"),
        ShapeKind.Integer or ShapeKind.Timestamp => Code.Of($"writer.WriteNumberValue({value});"),
        _ => Code.Of($"{JsonCode.CodecOf(shapeName)}.Write(writer, {value});"),
    };

    /// <summary>The statement that writes a member of a structure with its name.</summary>
    public Code WriteNamed(Member member, Code value)
    {
        var name = JsonCode.NameOf(member.Identifier);
        return types[member.Shape].Kind switch
        {
            ShapeKind.Text => Code.Of($"Tokens.WriteText(writer, {name}, {value});"),
            ShapeKind.Boolean => Code.Of($"writer.WriteBoolean({name}, {value});"),
            ShapeKind.Integer or ShapeKind.Timestamp => Code.Of($"writer.WriteNumber({name}, {value});"),
            ShapeKind.Enumeration => Code.Of($"writer.WriteString({name}, {JsonCode.CodecOf(member.Shape)}.NameOf({value}));"),
            _ => Code.Of($"writer.WritePropertyName({name});\n{Write(member.Shape, value)}"),
        };
    }
}
