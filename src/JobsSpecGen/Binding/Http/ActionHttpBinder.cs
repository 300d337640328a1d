using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Http;

/// <summary>Binds the parts of <c>http</c> that only environment actions have, because existing services have requests of their own form for them.</summary>
internal sealed class ActionHttpBinder(MappingReader reader, BindingContext context)
{
    private readonly IReadOnlyList<YamlEntry> _given = reader.Entries("given");
    private readonly IReadOnlyList<YamlEntry> _query = reader.Entries("query");
    private readonly YamlNode? _body = reader.Optional("body");
    private readonly YamlNode? _answer = reader.Optional("answer");

    /// <summary>The names under <c>given</c>, which the path can use.</summary>
    public IReadOnlyCollection<string> GivenNames { get; } = [.. reader.Entries("given").Select(entry => entry.Key.Value)];

    /// <summary>Extends a binding whose path has been checked; returns null after it has reported an error.</summary>
    public HttpBinding? Complete(HttpBinding binding, Shape input)
    {
        var before = context.Findings.Count;
        var given = BindGiven(input);
        var inPath = HttpBindingBinder.NamesIn(binding.Path);
        var names = new HashSet<string>(inPath);
        var query = BindQuery(input, names);
        var inQuery = query.SelectMany(field => ((Template.String)field.Value).Parts).Where(part => part.IsPlaceholder).Select(part => part.Text).ToArray();
        var body = BindTemplate(_body, input, isRead: true, names);
        var underOwnNames = input.Members.Where(member => member.Location == MemberLocation.Body && !names.Contains(member.Name)).ToArray();

        if (context.Findings.Count == before && _body is not null)
        {
            ReportMissing(input, names);
        }

        var answered = new HashSet<string>();
        var answer = BindTemplate(_answer, input, isRead: false, answered);
        if (_body is null && (input.Members.Any(member => inQuery.Contains(member.Name)) || underOwnNames.Any(member => answered.Contains(member.Name))))
        {
            // A member in the query must not be in the body too, and every member of the response must be found.
            body = UnderOwnNames(underOwnNames);
        }

        names.UnionWith(answered);
        if (context.Findings.Count == before)
        {
            ReportUnused(names);
        }

        return context.Findings.Count > before ? null : binding with { Query = query.ToEquatableArray(), Body = body, Given = given.ToEquatableArray(), Answer = answer };
    }

    private List<GivenText> BindGiven(Shape input)
    {
        var given = new List<GivenText>();
        foreach (var entry in _given)
        {
            var name = entry.Key.Value;
            if (!Names.IsMemberName(name))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, name, "what is given", "a letter or underscore, then letters, digits and underscores");
            }
            else if (input.Members.Any(member => member.Name == name))
            {
                context.Findings.Add(BehaviourRules.VariableTaken, entry.Key.Span, name, "a member of the input");
            }
            else if (NodeReading.Scalar(entry.Value, $"What is given for '{name}'", context.Findings) is { } text)
            {
                given.Add(new GivenText(name, text.Value));
            }
        }

        return given;
    }

    private List<TemplateField> BindQuery(Shape input, HashSet<string> names)
    {
        var query = new List<TemplateField>();
        foreach (var entry in _query)
        {
            var name = entry.Key.Value;
            if (!Names.IsMemberName(name))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, name, "what is in the query", "a letter or underscore, then letters, digits and underscores");
            }
            else if (input.Members.Any(member => member.Name == name && member.Location == MemberLocation.Query))
            {
                context.Findings.Add(BehaviourRules.VariableTaken, entry.Key.Span, name, "a member of the query");
            }
            else if (NodeReading.Scalar(entry.Value, $"'{name}' in the query", context.Findings) is { } text && BindTemplate(text, input, isRead: true, names) is { } value)
            {
                query.Add(new TemplateField(name, value));
            }
        }

        return query;
    }

    private Template? BindTemplate(YamlNode? node, Shape input, bool isRead, HashSet<string> names)
    {
        if (node is null)
        {
            return null;
        }

        var binder = new TemplateBinder(input, GivenNames, isRead, context);
        var template = binder.Bind(node);
        names.UnionWith(binder.Names);
        return template;
    }

    private static Template.Object UnderOwnNames(IEnumerable<Member> members) => new(members
        .Select(member => new TemplateField(member.Name, new Template.String(new[] { new TemplatePart(member.Name, IsPlaceholder: true) }.ToEquatableArray())))
        .ToEquatableArray());

    private void ReportMissing(Shape input, HashSet<string> names)
    {
        foreach (var member in input.Members.Where(member => member.Location is MemberLocation.Body or MemberLocation.Path && !names.Contains(member.Name)))
        {
            context.Findings.Add(HttpRules.NotSent, KeyOf("body"), $"The member '{member.Name}'", $"add {{{member.Name}}} to the body, or let it travel in the query or a header");
        }
    }

    private void ReportUnused(HashSet<string> names)
    {
        foreach (var entry in _given.Where(entry => !names.Contains(entry.Key.Value)))
        {
            context.Findings.Add(HttpRules.NotSent, entry.Key.Span, $"What is given as '{entry.Key.Value}'", $"use {{{entry.Key.Value}}}, or remove it");
        }
    }

    private YamlSpan KeyOf(string key) => reader.Node.Entries.First(entry => entry.Key.Value == key).Key.Span;
}
