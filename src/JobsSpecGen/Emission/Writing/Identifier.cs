using System;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.Emission.Writing;

/// <summary>A C# identifier: valid, and escaped if it is a keyword. Text of the spec becomes code only through this type and its siblings.</summary>
internal readonly struct Identifier
{
    private readonly string _text;

    private Identifier(string text) => _text = text;

    /// <summary>Wraps a name that the binder has accepted. It throws on any other name, which means that the binder has a bug.</summary>
    public static Identifier Of(string name)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            throw new ArgumentException("Not a C# identifier: " + name, nameof(name));
        }

        var isKeyword = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;
        return new Identifier(isKeyword ? "@" + name : name);
    }

    public override string ToString() => _text;
}
