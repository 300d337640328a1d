namespace JobsSpecGen.Conformance.Inputs;

/// <summary>A value at the edge of a constraint.</summary>
/// <param name="Place">Where in the request it goes.</param>
/// <param name="Group">Which constraint it is about; edges of one group share a clause.</param>
/// <param name="Label">What the value is, for the case's name.</param>
/// <param name="Change">Makes it from a valid value.</param>
/// <param name="Essential">Whether it is tried on every operation, not only on the first that has the shape.</param>
/// <param name="Shape">The shape whose constraint it is.</param>
internal sealed record Edge(Place Place, string Group, string Label, Func<SpecValue, SpecValue> Change, bool Essential, ShapeInfo Shape);
