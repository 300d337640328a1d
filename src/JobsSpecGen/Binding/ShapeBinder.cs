using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding;

/// <summary>Binds the declared shapes. Names first, so that shapes can refer to each other; literals last, as they need everything else.</summary>
internal sealed class ShapeBinder(BindingContext context)
{
    private readonly MemberBinder _members = new(context);
    private readonly List<(string Shape, YamlNode Node)> _examples = [];

    public void Bind(YamlNode? node)
    {
        var readers = new List<(string Name, MappingReader Reader)>();
        foreach (var entry in MappingReader.Of(node, "'shapes'", context.Findings)?.Node.Entries ?? [])
        {
            if (!Names.IsTypeName(entry.Key.Value))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, entry.Key.Value, "a shape", "a letter, then letters and digits");
            }
            else if (MappingReader.Of(entry.Value, $"The shape '{entry.Key.Value}'", context.Findings) is { } reader)
            {
                var kind = ShapeKinds.Parse(ReadType(reader));
                context.Shapes.Set(entry.Key.Value, new Shape(entry.Key.Value, kind, reader.RequiredText("says"), reader.Text("source")));
                context.Lines.Shapes[entry.Key.Value] = entry.Key.Span.Start.Line + 1;
                readers.Add((entry.Key.Value, reader));
            }
        }

        foreach (var (name, reader) in readers)
        {
            context.Shapes.Set(name, BindShape(context.Shapes[name], reader));
            reader.RejectOthers();
        }

        EndlessShapes.Report(context);
        BindExamples();
        _members.BindDefaults();
    }

    private string ReadType(MappingReader reader)
    {
        if (reader.Required("type") is null)
        {
            return "string";
        }

        return reader.Choice("type", ShapeKinds.Names);
    }

    private Shape BindShape(Shape shape, MappingReader reader)
    {
        _ = reader.Optional("facts");
        if (reader.Optional("examples") is { } examples)
        {
            _examples.AddRange(NodeReading.Items(examples, "'examples'", context.Findings).Select(item => (shape.Name, item)));
        }

        var bound = shape.Kind switch
        {
            ShapeKind.Text => BindText(shape, reader),
            ShapeKind.Enumeration => shape with { Values = EnumValueBinder.Bind(reader, shape.Name, context) },
            ShapeKind.Integer => BindInteger(shape, reader),
            ShapeKind.List => WithLength(shape, reader) with { Element = ReadShape(reader, "of", null), EmptyIsAbsent = reader.Flag("emptyIsAbsent") },
            ShapeKind.Map => WithLength(shape, reader) with
            {
                Key = ReadShape(reader, "key", ShapeKind.Text),
                Element = ReadShape(reader, "value", null),
                EmptyIsAbsent = reader.Flag("emptyIsAbsent"),
            },
            ShapeKind.Structure => shape with { Members = _members.Bind(reader.Required("members"), shape.Name, MemberKind.Structure) },
            _ => shape,
        };
        return ConstraintClauseBinder.Bind(bound, context, reader.Head);
    }

    private Shape BindText(Shape shape, MappingReader reader)
    {
        if (reader.Optional("base") is not null)
        {
            var also = reader.Scalars("also").Select(scalar => scalar.Value).ToEquatableArray();
            return shape with { Base = ReadShape(reader, "base", ShapeKind.Text), Also = also };
        }

        return WithLength(shape, reader) with
        {
            Pattern = PatternParser.Parse(reader.OptionalScalar("pattern"), context.Findings),
            Fresh = reader.Flag("fresh"),
        };
    }

    private Shape BindInteger(Shape shape, MappingReader reader)
    {
        var (minimum, maximum) = RangeText.Read(reader.OptionalScalar("range"), context.Findings);
        var chosenBy = reader.Choice("chosenBy", "caller", "server");
        return shape with
        {
            Minimum = minimum,
            Maximum = maximum,
            ServerChosen = chosenBy == "server",
            Within = reader.OptionalScalar("within")?.Value,
        };
    }

    private Shape WithLength(Shape shape, MappingReader reader)
    {
        var (minimum, maximum) = RangeText.ReadLength(reader.OptionalScalar("length"), context.Findings);
        return shape with { MinLength = minimum, MaxLength = maximum };
    }

    /// <summary>Reads the name of another shape. Falls back to the shape itself where it is wrong, so that binding can go on.</summary>
    private string? ReadShape(MappingReader reader, string key, ShapeKind? kind)
    {
        if (reader.RequiredScalar(key) is not { } name || context.FindShape(name) is not { } shape)
        {
            return context.Shapes.Names.FirstOrDefault();
        }

        if (kind is { } wanted && shape.Kind != wanted)
        {
            context.Findings.Add(ShapeRules.WrongShapeKind, name.Span, $"'{key}'", ShapeKinds.Describe(wanted), name.Value, ShapeKinds.Describe(shape.Kind));
        }

        return shape.Name;
    }

    private void BindExamples()
    {
        var literals = new LiteralBinder(context);
        foreach (var group in _examples.GroupBy(example => example.Shape).ToArray())
        {
            var shape = context.Shapes[group.Key];
            var values = group.Select(example => literals.Bind(example.Node, shape)).Where(value => value is not null).Select(value => value!);
            context.Shapes.Set(group.Key, shape with { Examples = values.ToEquatableArray() });
        }
    }
}
