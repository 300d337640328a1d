using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Steps;

/// <summary>Binds a list of steps: finds the kind of each step and calls the binder of that kind.</summary>
internal sealed class StepBinder(BindingContext context)
{
    private const int MostSteps = 2_000;

    // Both this binder and the compiler of the emitted code recurse as deeply as the steps nest.
    private const int MostLevels = 64;
    private static readonly string[] s_kinds =
        ["select", "selectAll", "require", "when", "forEach", "set", "keep", "transition", "create", "remove", "return", "use"];

    private readonly Stack<string> _blocks = new();
    private int _count;
    private int _level;

    /// <summary>Binds the steps of an operation or environment action.</summary>
    public BoundSteps BindOperation(YamlNode? node, Scope scope, YamlSpan head)
    {
        _count = 0;
        var bound = Bind(node, scope);
        if (bound.Ends || !scope.IsOperation)
        {
            return bound.Ends ? bound : bound.Flush();
        }

        if (context.Findings.Count == 0)
        {
            context.Findings.Add(BehaviourRules.NoReturn, head, scope.Operation);
        }

        return bound;
    }

    /// <summary>Binds steps in order, each in the scope that its predecessor leaves.</summary>
    public BoundSteps Bind(YamlNode? node, Scope scope)
    {
        var bound = new BoundSteps(scope);
        _level++;
        BindItems(node, bound);
        _level--;
        return bound;
    }

    private void BindItems(YamlNode? node, BoundSteps bound)
    {
        foreach (var item in NodeReading.Items(node, "Steps", context.Findings))
        {
            if (MappingReader.Of(item, "A step", context.Findings) is not { } reader)
            {
                bound.Scope = bound.Scope with { HasUnknownNames = true };
                continue;
            }

            if (_level > MostLevels)
            {
                context.Findings.Add(LimitRules.TooDeepSteps, reader.Head, bound.Scope.Operation, MostLevels.ToString(System.Globalization.CultureInfo.InvariantCulture));
                return;
            }

            if (bound.Ends)
            {
                context.Findings.Add(BehaviourRules.Unreachable, reader.Head);
                return;
            }

            if (++_count > MostSteps)
            {
                if (_count == MostSteps + 1)
                {
                    context.Findings.Add(LimitRules.TooManySteps, reader.Head, bound.Scope.Operation, MostSteps.ToString(System.Globalization.CultureInfo.InvariantCulture));
                }

                return;
            }

            BindStep(reader, bound);
            reader.RejectOthers();
        }
    }

    private void BindStep(MappingReader reader, BoundSteps bound)
    {
        var kinds = reader.Node.Entries.Select(entry => entry.Key.Value).Where(s_kinds.Contains).ToArray();
        if (kinds.Length != 1)
        {
            var first = reader.Node.Entries.FirstOrDefault()?.Key.Value ?? string.Empty;
            var found = kinds.Length == 0 ? $"'{first}'.{Suggestion.For(first, s_kinds)}" : string.Join(" and ", kinds);
            context.Findings.Add(BehaviourRules.NotOneStep, reader.Head, string.Join(", ", s_kinds), found);
            foreach (var entry in reader.Node.Entries)
            {
                _ = reader.Optional(entry.Key.Value);
            }

            bound.Scope = bound.Scope with { HasUnknownNames = true };
            return;
        }

        switch (kinds[0])
        {
            case "select":
                SelectBinder.BindFirst(reader, bound, context);
                break;
            case "selectAll":
                SelectBinder.BindAll(reader, bound, context);
                break;
            case "require":
                EndingBinder.BindRequire(reader, bound, context);
                break;
            case "return":
                EndingBinder.BindReturn(reader, bound, context);
                break;
            case "when":
                FlowBinder.BindWhen(reader, bound, context, this);
                break;
            case "forEach":
                FlowBinder.BindForEach(reader, bound, context, this);
                break;
            case "use":
                BindUse(reader, bound);
                break;
            case "transition":
                TransitionBinder.Bind(reader, bound, context);
                break;
            default:
                WriteBinder.Bind(kinds[0], reader, bound, context);
                break;
        }
    }

    private void BindUse(MappingReader reader, BoundSteps bound)
    {
        if (reader.RequiredScalar("use") is not { } name)
        {
            return;
        }

        if (!context.Blocks.TryGet(name.Value, out var block))
        {
            context.Findings.Add(BehaviourRules.UnknownName, name.Span, "block", name.Value, Suggestion.For(name.Value, context.Blocks.Names));
            bound.Scope = bound.Scope with { HasUnknownNames = true };
            return;
        }

        if (_blocks.Contains(name.Value))
        {
            context.Findings.Add(BehaviourRules.RecursiveBlock, name.Span, name.Value);
            return;
        }

        _blocks.Push(name.Value);
        bound.Append(Bind(block.Steps, bound.Scope));
        _blocks.Pop();
    }
}
