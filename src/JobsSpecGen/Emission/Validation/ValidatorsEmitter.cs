using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Validation;

/// <summary>Emits one validator for each shape that can have invalid values.</summary>
internal static class ValidatorsEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var docs = new ShapeDocs(spec, types);
        var writer = CodeWriter.ForFile(types.Namespace);
        foreach (var shape in spec.Shapes)
        {
            if (ShapeChecks.Has(types, shape))
            {
                WriteValidator(writer, types, docs, shape);
                writer.Line();
            }
        }

        ConstraintScopeText.Write(writer, types.Namespace);
        writer.Line();
        CodePointsText.Write(writer);
        return writer.ToSourceText();
    }

    private static void WriteValidator(CodeWriter writer, ShapeTypes types, ShapeDocs docs, Shape shape)
    {
        docs.WriteValidator(writer, shape);
        writer.Open($"public static class {Identifier.Of(shape.Name + "Validator")}");
        PatternText.WriteFields(writer, shape);
        WriteEntryPoints(writer, types, shape);
        writer.Line();
        writer.Line($"/// <summary>Checks a value; violations are added to the scope, if there is one.</summary>");
        writer.Open($"internal static bool Check({types.TypeOf(shape.Name)} value, global::{types.Namespace}.ConstraintScope? scope)");
        CheckText.WriteBody(writer, types, shape);
        writer.Close();
        PatternText.WriteMatch(writer, types, shape);
        writer.Close();
    }

    private static void WriteEntryPoints(CodeWriter writer, ShapeTypes types, Shape shape)
    {
        var canBeNull = ShapeChecks.CanBeNull(shape);
        var parameter = canBeNull
            ? Code.Of($"[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] {types.TypeOf(shape.Name)}?")
            : types.TypeOf(shape.Name);
        var nullable = canBeNull ? Code.Of($"{types.TypeOf(shape.Name)}?") : types.TypeOf(shape.Name);
        var isValid = canBeNull ? Code.Of($"value is not null && Check(value, null)") : Code.Of($"Check(value, null)");
        var collect = canBeNull
            ? Code.Of($"_ = value is null ? global::{types.Namespace}.ConstraintScope.Missing(scope, null) : Check(value, scope);")
            : Code.Of($"Check(value, scope);");
        writer.Line($$"""
            /// <summary>Whether a value satisfies every constraint. Allocates nothing.</summary>
            public static bool IsValid({{parameter}} value) =>
                {{isValid}};

            /// <summary>Returns all constraint violations of a value; none if it is valid.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<global::{{types.Namespace}}.ConstraintViolation> Validate({{nullable}} value)
            {
                if (IsValid(value))
                {
                    return global::System.Array.Empty<global::{{types.Namespace}}.ConstraintViolation>();
                }

                var scope = new global::{{types.Namespace}}.ConstraintScope();
                {{collect}}
                return scope.Violations;
            }
            """);
    }
}
