namespace JobsSpecGen.Conformance.Inputs;

/// <summary>A value at the boundary of a constraint.</summary>
/// <param name="Path">Where in the request it goes.</param>
/// <param name="Group">Which constraint it is about; boundaries of one group share a clause.</param>
/// <param name="Label">What the value is, for the case's name.</param>
/// <param name="Change">Makes it from a valid value.</param>
/// <param name="Essential">Whether it is tried on every operation, not only on the first that has the shape.</param>
/// <param name="Shape">The shape whose constraint it is.</param>
internal sealed record BoundaryValue(ValuePath Path, string Group, string Label, Func<SpecValue, SpecValue> Change, bool Essential, ShapeInfo Shape);
