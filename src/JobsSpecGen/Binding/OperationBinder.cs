using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Binding.Http;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Binding.Shapes;
using JobsSpecGen.Binding.Steps;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding;

/// <summary>Binds the operations and the environment actions: first the inputs and outputs, then the steps.</summary>
internal sealed class OperationBinder(BindingContext context)
{
    private readonly MemberBinder _members = new(context);
    private readonly AddressClashes _addresses = new(context.Findings);
    private readonly List<(OperationModel Operation, YamlNode? Steps, YamlSpan Head)> _bodies = [];

    /// <summary>Binds everything except the steps.</summary>
    public void BindSignatures(YamlNode? operations, YamlNode? environment)
    {
        BindSignatures(operations, "'operations'", isEnvironment: false);
        BindSignatures(environment, "'environment'", isEnvironment: true);
        _members.BindDefaults();
    }

    /// <summary>Binds the steps. If any step has an error, all operations are left without steps: the spec then has a surface, but no behaviour.</summary>
    public void BindSteps()
    {
        var steps = new StepBinder(context);
        foreach (var (operation, body, head) in _bodies)
        {
            var scope = new Scope(operation.Name, context.Shapes[operation.Input])
            {
                IsOperation = !operation.IsEnvironment,
                Errors = operation.Errors.ToImmutableHashSet(),
            };
            var bound = steps.BindOperation(body, scope, head);
            context.Operations.Set(operation.Name, operation with { Steps = bound.Steps, IsReadOnly = !StepFacts.Writes(bound.Steps) });
        }
    }

    private void BindSignatures(YamlNode? node, string what, bool isEnvironment)
    {
        foreach (var entry in MappingReader.Of(node, what, context.Findings)?.Node.Entries ?? [])
        {
            var name = entry.Key.Value;
            if (!Names.IsTypeName(name))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, name, "an operation", "a capital letter, then letters and digits");
            }
            else if (context.Operations.TryGet(name, out _))
            {
                context.Findings.Add(BehaviourRules.VariableTaken, entry.Key.Span, name, "an operation");
            }
            else if (MappingReader.Of(entry.Value, $"'{name}'", context.Findings) is { } reader)
            {
                BindSignature(name, reader, entry.Key.Span, isEnvironment);
                reader.RejectOthers();
            }
        }
    }

    private void BindSignature(string name, MappingReader reader, YamlSpan span, bool isEnvironment)
    {
        var says = reader.RequiredText("says");
        _ = reader.Optional("facts");
        var before = context.Findings.Count;
        var input = BindStructure(name + "Request", reader.Required("input"), $"What {name} needs to know.", ShapeRole.Input, span);
        var isInputRead = context.Findings.Count == before;
        var output = isEnvironment ? null : BindStructure(name + "Response", reader.Required("output"), $"What {name} answers.", ShapeRole.Output, span);
        _ = reader.Required("errors");
        var errors = reader.Scalars("errors").Where(IsError).Select(error => error.Value).ToArray();
        var place = isEnvironment ? reader.Optional("http") : reader.Required("http");
        var http = HttpBindingBinder.Bind(place, isInputRead ? input : null, isEnvironment, context);
        _addresses.Add(name, http, (place as YamlMapping)?.TryGet("path")?.Span ?? span);
        var partition = context.Partition!.Key;
        if (isInputRead && input.Members.All(member => member.Name != partition.Name || member.Shape != partition.Shape || !member.Required))
        {
            context.Findings.Add(BehaviourRules.PartitionMissing, span, name, partition.Name, partition.Shape);
        }

        var operation = new OperationModel(name, says, input.Name, output?.Name, partition.Name, errors.ToEquatableArray(), http, IsReadOnly: true, Steps: default);
        context.Operations.Set(name, operation);
        _bodies.Add((operation, reader.Required("steps"), span));
    }

    private Shape BindStructure(string name, YamlNode? members, string says, ShapeRole role, YamlSpan span)
    {
        var shape = new Shape(name, ShapeKind.Structure, says, string.Empty)
        {
            Role = role,
            Members = _members.Bind(members, name, role == ShapeRole.Input ? MemberKind.Input : MemberKind.Structure),
        };
        shape = ConstraintClauseBinder.Bind(shape, context, span);
        context.Shapes.Set(name, shape);
        context.Lines.Shapes[name] = span.Start.Line + 1;
        return shape;
    }

    private bool IsError(YamlScalar name)
    {
        if (context.Errors.TryGet(name.Value, out _))
        {
            return true;
        }

        context.Findings.Add(BehaviourRules.UnknownName, name.Span, "error", name.Value, Suggestion.For(name.Value, context.Errors.Names));
        return false;
    }
}
