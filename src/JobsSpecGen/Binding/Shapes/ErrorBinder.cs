using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>Binds the errors.</summary>
internal sealed class ErrorBinder(BindingContext context)
{
    public void Bind(YamlNode? node)
    {
        var members = new MemberBinder(context);
        var before = context.Findings.Count;
        foreach (var entry in MappingReader.Of(node, "'errors'", context.Findings)?.Node.Entries ?? [])
        {
            var name = entry.Key.Value;
            if (!Names.IsTypeName(name))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, name, "an error", "a capital letter, then letters and digits");
            }

            // An error with mistakes in it is still known by its name, so that its uses are not reported too.
            context.Errors.Set(name, new ErrorModel(name, 500, name, string.Empty, string.Empty, RejectsInput: false, default));
            if (MappingReader.Of(entry.Value, $"The error '{name}'", context.Findings) is { } reader)
            {
                context.Errors.Set(name, Bind(name, reader, members));
                reader.RejectOthers();
            }
        }

        if (node is YamlMapping && context.Errors.All(error => !error.RejectsInput) && context.Findings.Count == before)
        {
            context.Findings.Add(ShapeRules.MissingKey, node.Span.Head(), "One of the errors", "rejectsInput: true");
        }
    }

    private ErrorModel Bind(string name, MappingReader reader, MemberBinder members)
    {
        var status = reader.Required("status") is null ? null : reader.Number("status", 400, 599);
        _ = reader.Optional("facts");
        var data = reader.Optional("members");
        var rejectsInput = reader.Flag("rejectsInput");
        if (rejectsInput && context.Errors.FirstOrDefault(error => error.RejectsInput) is { } other)
        {
            context.Findings.Add(ShapeRules.InvalidValue, reader.Required("rejectsInput")!.Span, "'rejectsInput'", "true", $" '{other.Name}' answers broken constraints already; remove it here or there.");
        }

        var bound = data is null ? default : members.Bind(data, name, MemberKind.Error);
        if (rejectsInput && bound.FirstOrDefault(member => member.Required) is { } required)
        {
            var entry = ((YamlMapping)data!).Entries.First(e => e.Key.Value == required.Name);
            context.Findings.Add(ShapeRules.InvalidValue, entry.Key.Span, $"'{required.Name}'", "required", " Whoever finds that a request breaks constraints has nothing to put there; make it optional.");
        }

        return new ErrorModel(
            name,
            status ?? 500,
            ReadWireName(reader) ?? name,
            reader.RequiredText("says"),
            reader.Text("source"),
            rejectsInput,
            bound);
    }

    /// <summary>The name over HTTP, which is sent in a header; null if it is that of the error.</summary>
    private string? ReadWireName(MappingReader reader)
    {
        var name = reader.OptionalScalar("wireName");
        if (name is not null && !Names.IsHeaderText(name.Value))
        {
            context.Findings.Add(ShapeRules.InvalidName, name.Span, name.Value, "an error over HTTP", "visible characters of ASCII without spaces");
        }

        return name?.Value;
    }
}
