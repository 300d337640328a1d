using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>Binds the declared shapes. Names come first, so that shapes can refer to each other; literals come last, because they need everything else.</summary>
internal sealed class ShapeBinder(BindingContext context)
{
    private readonly MemberBinder _members = new(context);
    private readonly List<(string Shape, YamlNode Node)> _examples = [];

    public void Bind(YamlNode? node)
    {
        var readers = new List<(string Name, MappingReader Reader)>();
        var places = new Dictionary<string, YamlSpan>();
        foreach (var entry in MappingReader.Of(node, "'shapes'", context.Findings)?.Node.Entries ?? [])
        {
            var name = entry.Key.Value;
            if (!Names.IsTypeName(name))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, name, "a shape", "a capital letter, then letters and digits");
            }

            // A shape with errors is still known by its name, so that its uses are not reported too.
            context.Shapes.Set(name, new Shape(name, ShapeKind.Text, string.Empty, string.Empty));
            context.Lines.Shapes[name] = entry.Key.Span.Start.Line + 1;
            places[name] = entry.Key.Span;
            if (MappingReader.Of(entry.Value, $"The shape '{name}'", context.Findings) is { } reader && ReadType(reader) is { } type)
            {
                context.Shapes.Set(name, new Shape(name, ShapeKinds.Parse(type), reader.RequiredText("says"), reader.Text("source")));
                readers.Add((name, reader));
            }
        }

        foreach (var (name, reader) in readers)
        {
            context.Shapes.Set(name, BindShape(context.Shapes[name], reader));
            reader.RejectOthers();
        }

        new InfiniteShapes(context).Report(places);
        ReportDeepShapes(places);
        BindExamples();
        _members.BindDefaults();
    }

    /// <summary>The type; null if it is missing or wrong. The allowed keys of the shape are unknown then.</summary>
    private string? ReadType(MappingReader reader)
    {
        var before = context.Findings.Count;
        var type = reader.Required("type") is null ? null : reader.Choice("type", ShapeKinds.Names);
        return context.Findings.Count > before ? null : type;
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

    /// <summary>Rejects long chains of bases, lists and maps, which become nested types; only the first shape beyond the limit is reported.</summary>
    private void ReportDeepShapes(IReadOnlyDictionary<string, YamlSpan> places)
    {
        const int Most = 16;
        foreach (var shape in context.Shapes)
        {
            var count = 0;
            for (var next = shape; (next?.Base ?? next?.Element) is { } name && count <= Most + 1; next = context.Shapes.Find(name))
            {
                count++;
            }

            if (count == Most + 1)
            {
                context.Findings.Add(LimitRules.TooDeepShape, places[shape.Name], shape.Name, Most.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Reads the name of another shape. After an error it returns the shape itself, so that binding can continue.</summary>
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
