using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits the validation of a value of the engine as a value of a shape.</summary>
internal static class ValidationText
{
    public static Code Of(Shape shape, ShapeTypes types, SpecModel spec)
    {
        var validator = Identifier.Of(shape.Name + "Validator");
        if (shape.Kind != ShapeKind.Structure)
        {
            return Code.Of($"Convert({validator}.Validate({ConversionText.FromPresent(Code.Of($"value"), shape, types, spec)}))");
        }

        var values = Identifier.Of(spec.Service + "Values");
        return Code.Of($"Check(shape, value, static value => {validator}.Validate({values}.To{Identifier.Of(shape.Name)}(value)))");
    }
}
