using System.Linq;

namespace JobsSpecGen.Emission.Writing;

/// <summary>A dotted C# namespace, each part an identifier.</summary>
internal readonly struct Namespace
{
    private readonly string _text;

    private Namespace(string text) => _text = text;

    public static Namespace Of(string name) =>
        new(string.Join(".", name.Split('.').Select(part => Identifier.Of(part).ToString())));

    public override string ToString() => _text;
}
