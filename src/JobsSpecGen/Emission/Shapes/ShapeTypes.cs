using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Shapes;

/// <summary>The C# types of the shapes of a spec.</summary>
internal sealed class ShapeTypes(SpecModel spec)
{
    private readonly Dictionary<string, Shape> _shapes = spec.Shapes.ToDictionary(shape => shape.Name);

    public Namespace Namespace { get; } = Namespace.Of(spec.Namespace);

    public Shape this[string name] => _shapes[name];

    public string Service => spec.Service;

    public ErrorModel Error(string name) => spec.Errors.First(error => error.Name == name);

    /// <summary>The clause of a point; null if there is none.</summary>
    public string? ClauseOf(int point) => spec.Points[point].Clause;

    /// <summary>The sentence of a clause; null if there is no clause.</summary>
    public string? Says(string? clause) => spec.Clauses.FirstOrDefault(c => c.Id == clause)?.Says;

    public LifecycleModel Lifecycle(string name) => spec.Lifecycles.First(lifecycle => lifecycle.Name == name);

    public CollectionModel Collection(string name) => spec.Collections.First(collection => collection.Name == name);

    /// <summary>The type of a collection's rows.</summary>
    public Code RowOf(CollectionModel collection) => Code.Of($"global::{Namespace}.{Identifier.Of(collection.RowIdentifier)}");

    /// <summary>The type of a value of a shape, fully qualified.</summary>
    public Code TypeOf(string shapeName)
    {
        var shape = _shapes[shapeName];
        return shape.Kind switch
        {
            ShapeKind.Text => Code.Of($"string"),
            ShapeKind.Boolean => Code.Of($"bool"),
            ShapeKind.Integer or ShapeKind.Timestamp => Code.Of($"long"),
            ShapeKind.List => Code.Of($"global::{Namespace}.ValueList<{TypeOf(shape.Element!)}>"),
            ShapeKind.Map => Code.Of($"global::{Namespace}.ValueMap<{TypeOf(shape.Element!)}>"),
            _ => Code.Of($"global::{Namespace}.{Identifier.Of(shapeName)}"),
        };
    }

    /// <summary>The type of a member: the type of its shape, nullable unless it is required.</summary>
    public Code TypeOf(Member member) => member.Required ? TypeOf(member.Shape) : Code.Of($"{TypeOf(member.Shape)}?");
}
