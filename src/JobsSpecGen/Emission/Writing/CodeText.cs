using System.Runtime.CompilerServices;
using System.Text;

namespace JobsSpecGen.Emission.Writing;

/// <summary>
/// Interpolated C#. The constant parts are the emitter's own. The interpolated parts accept only types that cannot carry raw text
/// of the spec, so that code that forgets to escape does not compile.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct CodeText
{
    private readonly StringBuilder _text;

    public CodeText(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string constant) => _text.Append(constant);

    public void AppendFormatted(Identifier identifier) => _text.Append(identifier.ToString());

    public void AppendFormatted(Namespace name) => _text.Append(name.ToString());

    public void AppendFormatted(CSharpLiteral literal) => _text.Append(literal.ToString());

    public void AppendFormatted(DocText text) => _text.Append(text.ToString());

    public void AppendFormatted(Code code) => _text.Append(code.ToString());

    public void AppendFormatted(int number) => _text.Append(number);

    public override string ToString() => _text.ToString();
}
