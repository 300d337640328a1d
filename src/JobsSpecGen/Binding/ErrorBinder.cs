using System.Linq;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding;

/// <summary>Binds the errors.</summary>
internal sealed class ErrorBinder(BindingContext context)
{
    public void Bind(YamlNode? node)
    {
        var members = new MemberBinder(context);
        foreach (var entry in MappingReader.Of(node, "'errors'", context.Findings)?.Node.Entries ?? [])
        {
            var name = entry.Key.Value;
            if (!Names.IsTypeName(name))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, name, "an error", "a letter, then letters and digits");
            }
            else if (MappingReader.Of(entry.Value, $"The error '{name}'", context.Findings) is { } reader)
            {
                context.Errors.Set(name, Bind(name, reader, members));
                reader.RejectOthers();
            }
        }

        if (node is YamlMapping && context.Errors.Count(error => error.RejectsInput) != 1)
        {
            context.Findings.Add(ShapeRules.MissingKey, node.Span.Head(), "One error, and only one,", "rejectsInput: true");
        }
    }

    private ErrorModel Bind(string name, MappingReader reader, MemberBinder members)
    {
        if (reader.Required("status") is { } status && reader.Number("status") is not (>= 400 and <= 599))
        {
            context.Findings.Add(ShapeRules.InvalidValue, status.Span, "The HTTP status of an error", (status as YamlScalar)?.Value ?? string.Empty, " It must be 400 to 599.");
        }

        _ = reader.Optional("facts");
        var data = reader.Optional("members");
        return new ErrorModel(
            name,
            reader.Number("status") ?? 500,
            reader.Text("wireName", name),
            reader.RequiredText("says"),
            reader.Text("source"),
            reader.Flag("rejectsInput"),
            data is null ? default : members.Bind(data, name, MemberKind.Error));
    }
}
