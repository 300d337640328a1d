namespace JobsSpecGen.Conformance.Inputs;

/// <summary>A boundary value of a constraint.</summary>
/// <param name="Path">The path of the value in the request.</param>
/// <param name="Group">The kind of constraint. Boundary values of one group share a clause.</param>
/// <param name="Label">The description of the value in the name of the test case.</param>
/// <param name="Change">Creates the boundary value from a valid value.</param>
/// <param name="Essential">Whether the value is tested on every operation, not only on the first one that uses the shape.</param>
/// <param name="Shape">The shape that has the constraint.</param>
internal sealed record BoundaryValue(ValuePath Path, string Group, string Label, Func<SpecValue, SpecValue> Change, bool Essential, ShapeInfo Shape);
