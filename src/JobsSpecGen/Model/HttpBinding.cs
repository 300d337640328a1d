namespace JobsSpecGen.Model;

/// <summary>The HTTP binding of an operation or environment action. Operations use only the method and the path.</summary>
internal sealed record HttpBinding(string Method, string Path)
{
    /// <summary>The query parameters in addition to the members that the query carries.</summary>
    public EquatableArray<TemplateField> Query { get; init; }

    /// <summary>The template of the body; null for a plain object of the members that the body carries.</summary>
    public Template? Body { get; init; }

    /// <summary>The placeholders that are not members.</summary>
    public EquatableArray<GivenText> Given { get; init; }

    /// <summary>The template of the response body; null for an empty object.</summary>
    public Template? Answer { get; init; }
}

/// <summary>A placeholder that is not a member, with its default text.</summary>
internal sealed record GivenText(string Name, string Text);

/// <summary>A JSON template with placeholders.</summary>
internal abstract record Template
{
    /// <summary>A string. If it consists of a single placeholder, it becomes the JSON value of that placeholder.</summary>
    internal sealed record String(EquatableArray<TemplatePart> Parts) : Template
    {
        /// <summary>The name of the placeholder if the string consists of it alone; otherwise null.</summary>
        public string? OnlyPlaceholder => Parts.Count == 1 && Parts[0].IsPlaceholder ? Parts[0].Text : null;
    }

    /// <summary>An object.</summary>
    internal sealed record Object(EquatableArray<TemplateField> Items) : Template;

    /// <summary>An array whose elements all match one template.</summary>
    internal sealed record Array(Template Element) : Template;
}

internal sealed record TemplateField(string Name, Template Value);

/// <summary>A part of a string: the name of a placeholder, or plain text.</summary>
internal sealed record TemplatePart(string Text, bool IsPlaceholder);
