namespace JobsSpecGen.Emission.Writing;

/// <summary>A fragment of C# that consists only of constants and escaped parts.</summary>
internal readonly struct Code
{
    private readonly string? _text;

    private Code(string text) => _text = text;

    public static Code Empty => default;

    public static Code Of(CodeText text) => new(text.ToString());

    public static implicit operator Code(Identifier identifier) => new(identifier.ToString());

    public static implicit operator Code(CSharpLiteral literal) => new(literal.ToString());

    public static Code Join(string constantSeparator, System.Collections.Generic.IEnumerable<Code> parts) =>
        new(string.Join(constantSeparator, parts));

    public override string ToString() => _text ?? string.Empty;
}
