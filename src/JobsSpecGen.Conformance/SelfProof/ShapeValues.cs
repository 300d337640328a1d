using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>Finds every value of a shape inside a value.</summary>
internal static class ShapeValues
{
    public static IEnumerable<SpecValue> In(SuiteModel model, string shapeName, SpecValue value, string searchedShape)
    {
        if (!value.IsPresent)
        {
            yield break;
        }

        var shape = model.Shape(shapeName);
        var isLiteral = value is SpecValue.Text text && shape.Also.Contains(text.Value);
        if (shapeName == searchedShape && !isLiteral)
        {
            yield return value;
        }

        foreach (var found in Parts(shape, value, isLiteral).SelectMany(part => In(model, part.Shape, part.Value, searchedShape)))
        {
            yield return found;
        }
    }

    private static IEnumerable<(string Shape, SpecValue Value)> Parts(ShapeInfo shape, SpecValue value, bool isLiteral) => (shape.Kind, value) switch
    {
        (ShapeKind.Structure, SpecValue.Record record) => shape.Members.Select(m => (m.Shape, record[m.Name])),
        (ShapeKind.Map, SpecValue.Record map) => map.Members.SelectMany(m => new[] { (shape.Key!, SpecValue.Of(m.Key)), (shape.Element!, m.Value) }),
        (ShapeKind.List, SpecValue.Sequence list) => list.Items.Select(item => (shape.Element!, item)),
        (ShapeKind.Text, _) when shape.Base is { } inner && !isLiteral => [(inner, value)],
        _ => [],
    };
}
