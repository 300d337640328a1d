using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Context;

/// <summary>The shared state of the binders of one spec: everything bound so far, by name, and the findings.</summary>
internal sealed class BindingContext(FindingList findings)
{
    private readonly Dictionary<string, YamlPosition> _clauseSites = [];

    public FindingList Findings { get; } = findings;

    /// <summary>All shapes, in the order of the spec, including inputs and outputs of operations.</summary>
    public OrderedMap<Shape> Shapes { get; } = new();

    public OrderedMap<ErrorModel> Errors { get; } = new();

    public OrderedMap<CollectionModel> Collections { get; } = new();

    public OrderedMap<LifecycleModel> Lifecycles { get; } = new();

    public OrderedMap<BlockSyntax> Blocks { get; } = new();

    public OrderedMap<OperationModel> Operations { get; } = new();

    /// <summary>Whether a lifecycle could not be bound to its field. Gaps in the lifecycles are not reported then.</summary>
    public bool HasBrokenLifecycle { get; set; }

    public PartitionModel? Partition { get; set; }

    public List<ClauseModel> Clauses { get; } = [];

    public List<PointModel> Points { get; } = [];

    public AccessPathSet AccessPaths { get; } = new();

    public LineTable Lines { get; } = new();

    /// <summary>The fixed meaning of a name in all steps, for messages; null if the name is free.</summary>
    public string? FixedMeaning(string name) =>
        name == "input" ? "the request"
        : name == "now" ? "the time of the step"
        : name == Partition?.Row ? "the partition"
        : null;

    /// <summary>Adds a clause. The same clause at the same position, as in a block that is used twice, is added once.</summary>
    public void AddClause(ClauseModel clause, YamlSpan span)
    {
        if (_clauseSites.TryGetValue(clause.Id, out var first))
        {
            if (!first.Equals(span.Start))
            {
                Findings.Add(BehaviourRules.DuplicateClause, span, clause.Id, (first.Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            return;
        }

        _clauseSites.Add(clause.Id, span.Start);
        Clauses.Add(clause);
        Lines.Clauses.Add(span.Start.Line + 1);
    }

    /// <summary>Adds a coverage point and returns its index.</summary>
    public int AddPoint(PointModel point, YamlSpan span)
    {
        Points.Add(point);
        Lines.Points.Add(span.Start.Line + 1);
        return Points.Count - 1;
    }

    /// <summary>Finds the shape with a name; reports an unknown name and returns null.</summary>
    public Shape? FindShape(YamlScalar name)
    {
        if (Shapes.TryGet(name.Value, out var shape))
        {
            return shape;
        }

        Findings.Add(ShapeRules.UnknownShape, name.Span, name.Value, Suggestion.For(name.Value, Shapes.Where(s => s.Role == ShapeRole.Declared).Select(s => s.Name)));
        return null;
    }
}

/// <summary>The line numbers of the parts of the model, in the order of its lists.</summary>
internal sealed class LineTable
{
    public List<int> Clauses { get; } = [];

    public List<int> Points { get; } = [];

    public Dictionary<string, int> Shapes { get; } = [];

    public List<int> Scenarios { get; } = [];

    public List<EquatableArray<int>> ScenarioSteps { get; } = [];
}
