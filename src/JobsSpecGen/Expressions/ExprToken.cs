namespace JobsSpecGen.Expressions;

internal enum ExprTokenKind
{
    End,
    Number,
    Text,
    Name,
    Symbol,
}

/// <summary>A token: the text of a symbol or name, or the value of a literal.</summary>
internal readonly struct ExprToken(ExprTokenKind kind, string text, int start, int length, long number = 0)
{
    public ExprTokenKind Kind { get; } = kind;

    public string Text { get; } = text;

    public int Start { get; } = start;

    public int Length { get; } = length;

    public long Number { get; } = number;

    public int End => Start + Length;

    public bool Is(string symbolOrWord) => Kind is ExprTokenKind.Symbol or ExprTokenKind.Name && Text == symbolOrWord;
}
