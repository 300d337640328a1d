using System.Text.RegularExpressions;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding;

/// <summary>The keys of the header of a spec: its service, its revision and the like.</summary>
internal sealed record SpecHeader(string Service, string Namespace, string Title, string Revision, bool TimestampsInSeconds, bool RefusesUnknownMembers, string? SigningName, YamlSpan NamespacePlace)
{
    private static readonly Regex s_signingName = new(@"\A[a-z0-9-]{1,200}\z", RegexOptions.CultureInvariant);

    public static SpecHeader Read(MappingReader reader, BindingContext context)
    {
        if (reader.RequiredScalar("language") is { Value: not "1" } language)
        {
            context.Findings.Add(ShapeRules.InvalidValue, language.Span, "'language'", language.Value, " This version of JobsSpecGen reads language 1.");
        }

        var service = reader.RequiredScalar("service");
        if (service is not null && !Names.IsTypeName(service.Value))
        {
            context.Findings.Add(ShapeRules.InvalidName, service.Span, service.Value, "a service", "a capital letter, then letters and digits");
        }

        var name = reader.RequiredScalar("namespace");
        if (name is not null && !Names.IsNamespace(name.Value))
        {
            context.Findings.Add(ShapeRules.InvalidName, name.Span, name.Value, "a namespace", "words of letters, digits and underscores, joined by dots, the first not JobsSpecGen");
        }

        var title = reader.RequiredText("title");
        var revision = reader.RequiredText("revision");
        _ = reader.Required("timestamps");
        var unit = reader.Choice("timestamps", "milliseconds", "seconds");
        var unknown = reader.Choice("unknownMembers", "ignored", "refused");
        var signingName = reader.OptionalScalar("signingName");
        if (signingName is not null && !s_signingName.IsMatch(signingName.Value))
        {
            context.Findings.Add(ShapeRules.InvalidName, signingName.Span, signingName.Value, "a service in signatures", "small letters, digits and hyphens");
        }

        return new SpecHeader(service?.Value ?? string.Empty, name?.Value ?? string.Empty, title, revision, unit == "seconds", unknown == "refused", signingName?.Value, name?.Span ?? default);
    }
}
