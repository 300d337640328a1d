namespace JobsSpecGen.Model;

/// <summary>How an operation or an action travels over HTTP. All but method and path is for actions alone.</summary>
internal sealed record HttpBinding(string Method, string Path)
{
    /// <summary>What the query has besides the members that travel there.</summary>
    public EquatableArray<TemplateField> Query { get; init; }

    /// <summary>The body; null: the members that travel there, under their own names.</summary>
    public Template? Body { get; init; }

    /// <summary>Names in braces that are no members.</summary>
    public EquatableArray<GivenText> Given { get; init; }

    /// <summary>What the server answers; null: an empty object.</summary>
    public Template? Answer { get; init; }
}

/// <summary>A name in braces that is no member, with the text in its place where nothing else is said.</summary>
internal sealed record GivenText(string Name, string Text);

/// <summary>JSON with holes.</summary>
internal abstract record Template
{
    /// <summary>A text; one that is a hole and nothing else becomes whatever fills it.</summary>
    internal sealed record Words(EquatableArray<TemplatePart> Parts) : Template
    {
        /// <summary>The name of the hole that is all there is; null: there is more, or less.</summary>
        public string? OnlyHole => Parts.Count == 1 && Parts[0].IsHole ? Parts[0].Text : null;
    }

    /// <summary>An object.</summary>
    internal sealed record Fields(EquatableArray<TemplateField> Items) : Template;

    /// <summary>An array whose elements are all alike.</summary>
    internal sealed record Elements(Template Element) : Template;
}

internal sealed record TemplateField(string Name, Template Value);

/// <summary>A part of a text: the name of what goes there, or plain text.</summary>
internal sealed record TemplatePart(string Text, bool IsHole);
