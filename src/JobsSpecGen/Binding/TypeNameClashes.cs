using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding;

/// <summary>Finds shapes and errors whose C# name another emitted type has.</summary>
internal static class TypeNameClashes
{
    public static void Report(string service, YamlMapping root, BindingContext context)
    {
        var taken = new Dictionary<string, string>();
        void Take(string identifier, string what) => taken[identifier] = what;

        foreach (var suffix in new[] { "Model", "Trace", "Exception", "Json", "Backend", "Suite", "Conformance", "HttpClient", "Snapshot", "Constraints", "SpecLines" })
        {
            Take(service + suffix, "a type that is made for the service");
        }

        foreach (var name in new[] { "I" + service, $"I{service}Environment", $"I{service}State", "InMemory" + service, "ValueList", "ValueMap", "ConstraintViolation", "ConstraintScope", "CodePoints", "RowIndex", "StepResult" })
        {
            Take(name, "a type that is made for every service");
        }

        foreach (var collection in context.Collections)
        {
            Take(collection.RowIdentifier, $"the row of '{collection.Name}'");
        }

        foreach (var shape in context.Shapes)
        {
            Take(shape.Name + "Validator", $"the validator of '{shape.Name}'");
            Take(shape.Name + "Names", $"the names of '{shape.Name}'");
        }

        foreach (var key in new[] { "shapes", "errors" })
        {
            var entries = root.Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value is YamlMapping mapping ? mapping.Entries : [];
            foreach (var name in entries.Select(entry => entry.Key))
            {
                if (taken.TryGetValue(name.Value, out var other))
                {
                    context.Findings.Add(ShapeRules.NameClash, name.Span, name.Value, other, name.Value);
                }
                else
                {
                    Take(name.Value, $"the {key.TrimEnd('s')} '{name.Value}'");
                }
            }
        }
    }
}
