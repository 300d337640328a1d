using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>Finds shapes, errors and operations with the C# name of another emitted type.</summary>
internal static class TypeNameClashes
{
    private static readonly string[] s_ofService =
    [
        "Model", "Trace", "Exception", "Json", "Backend", "Suite", "Conformance", "HttpClient", "HttpException", "HttpServer", "Snapshot", "SpecLines", "SpecInfo", "Values",
        "SigV4", "SigV4Credentials", "SigV4Handler", "SigV4Verifier", "SigV4Refusal", "OpenApi", "OpenApiServer",
    ];

    private static readonly string[] s_ofEveryService = ["ValueList", "ValueMap", "ConstraintViolation", "ConstraintScope", "CodePoints", "RowIndex", "StepResult"];

    public static void Report(string service, YamlMapping root, BindingContext context)
    {
        var taken = Taken(service, context);
        foreach (var key in new[] { "shapes", "errors" })
        {
            foreach (var name in NamesIn(root, key))
            {
                if (taken.TryGetValue(name.Value, out var other))
                {
                    context.Findings.Add(ShapeRules.NameClash, name.Span, name.Value, other, name.Value);
                }
                else
                {
                    taken[name.Value] = $"the {key.TrimEnd('s')} '{name.Value}'";
                }
            }
        }

        // Operations become methods of this type, and C# allows no method with the name of its type.
        foreach (var name in NamesIn(root, "operations").Concat(NamesIn(root, "environment")).Where(name => name.Value == service + "Model"))
        {
            context.Findings.Add(ShapeRules.NameClash, name.Span, name.Value, taken[name.Value], name.Value);
        }
    }

    private static Dictionary<string, string> Taken(string service, BindingContext context)
    {
        var taken = new Dictionary<string, string>();
        foreach (var name in s_ofService.Select(suffix => service + suffix).Concat(["I" + service, $"I{service}Environment", $"I{service}State", "InMemory" + service]))
        {
            taken[name] = "a type that is made for the service";
        }

        foreach (var name in s_ofEveryService)
        {
            taken[name] = "a type that is made for every service";
        }

        foreach (var collection in context.Collections)
        {
            taken[collection.RowIdentifier] = $"the row of '{collection.Name}'";
        }

        foreach (var operation in context.Operations)
        {
            taken[operation.Input] = $"the input of '{operation.Name}'";
            if (operation.Output is { } output)
            {
                taken[output] = $"the output of '{operation.Name}'";
            }
        }

        foreach (var shape in context.Shapes)
        {
            taken[shape.Name + "Validator"] = $"the validator of '{shape.Name}'";
            if (shape.Kind == ShapeKind.Enumeration)
            {
                taken[shape.Name + "Names"] = $"the names of '{shape.Name}'";
            }
        }

        return taken;
    }

    private static IEnumerable<YamlScalar> NamesIn(YamlMapping root, string key) =>
        root.TryGet(key) is YamlMapping mapping ? mapping.Entries.Select(entry => entry.Key) : [];
}
