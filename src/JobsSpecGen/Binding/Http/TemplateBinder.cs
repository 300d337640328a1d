using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Http;

/// <summary>Binds one template, and checks its placeholders against the input.</summary>
/// <param name="input">The shape whose members can be placeholders.</param>
/// <param name="given">The other names that can be placeholders.</param>
/// <param name="isRead">Whether a server parses the template: then it has at most one list, and members outside the body cannot be placeholders.</param>
/// <param name="context">The spec.</param>
internal sealed class TemplateBinder(Shape input, IReadOnlyCollection<string> given, bool isRead, BindingContext context)
{
    private readonly HashSet<string> _names = [];
    private bool _hasList;

    /// <summary>The members and given names that occur as placeholders.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Binds a template; returns null after it has reported an error.</summary>
    /// <param name="node">The template.</param>
    /// <param name="mustBeThere">Whether the value at this place is required.</param>
    public Template? Bind(YamlNode node, bool mustBeThere = true) => node switch
    {
        YamlMapping mapping => BindFields(mapping),
        YamlSequence sequence => BindElements(sequence),
        _ => BindString((YamlScalar)node, mustBeThere),
    };

    private Template.Object? BindFields(YamlMapping mapping)
    {
        var fields = new List<TemplateField>();
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Value.IndexOfAny(['{', '}']) >= 0)
            {
                context.Findings.Add(HttpRules.TemplateSyntax, entry.Key.Span, "a key has no braces; only texts do");
            }
            else if (Bind(entry.Value, mustBeThere: false) is { } value)
            {
                fields.Add(new TemplateField(entry.Key.Value, value));
            }
        }

        return fields.Count == mapping.Entries.Count ? new Template.Object(fields.ToEquatableArray()) : null;
    }

    private Template.Array? BindElements(YamlSequence sequence)
    {
        if (sequence.Items.Count != 1)
        {
            context.Findings.Add(HttpRules.TemplateSyntax, sequence.Span, "a list has exactly one element, which says what each of them is like");
            return null;
        }

        if (isRead && _hasList)
        {
            context.Findings.Add(HttpRules.TemplateSyntax, sequence.Span, "a body has at most one list, as each of its elements is an action of its own");
            return null;
        }

        _hasList = true;
        return Bind(sequence.Items[0]) is { } element ? new Template.Array(element) : null;
    }

    private Template.String? BindString(YamlScalar scalar, bool mustBeThere)
    {
        if (TemplateText.Read(scalar, context.Findings) is not { } parts)
        {
            return null;
        }

        var before = context.Findings.Count;
        foreach (var (part, span) in parts.Where(part => part.Part.IsPlaceholder))
        {
            Check(part.Text, span, isAlone: parts.Count == 1, mustBeThere);
        }

        return context.Findings.Count == before ? new Template.String(parts.Select(part => part.Part).ToEquatableArray()) : null;
    }

    private void Check(string name, YamlSpan span, bool isAlone, bool mustBeThere)
    {
        var member = input.Members.FirstOrDefault(m => m.Name == name);
        if (member is null && !given.Contains(name))
        {
            var known = input.Members.Select(m => m.Name).Concat(given);
            context.Findings.Add(HttpRules.TemplateName, span, name, "it is neither a member of the input nor a name under 'given'." + Suggestion.For(name, known));
            return;
        }

        _names.Add(name);
        if (member is null)
        {
            return;
        }

        if (isRead && member.Location is MemberLocation.Query or MemberLocation.Header)
        {
            context.Findings.Add(HttpRules.TemplateName, span, name, "its 'in' puts it elsewhere; take one of the two away");
        }
        else if (!isAlone && HttpBindingBinder.IsMore(context.Shapes[member.Shape]))
        {
            context.Findings.Add(HttpRules.TemplateName, span, name, "a list, map or structure must be the whole value");
        }
        else if (!member.Required && (!isAlone || mustBeThere))
        {
            context.Findings.Add(HttpRules.TemplateName, span, name, "it may be absent, and nothing can be left out here; make the member required, or the whole value of a key");
        }
    }
}
