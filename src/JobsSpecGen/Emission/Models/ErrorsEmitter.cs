using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Models;

/// <summary>Emits one exception for each error, with a common base class.</summary>
internal static class ErrorsEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var docs = new ShapeDocs(spec, types);
        var writer = CodeWriter.ForFile(types.Namespace);
        var baseName = Identifier.Of(spec.Service + "Exception");
        WriteBase(writer, spec, baseName);
        foreach (var error in spec.Errors)
        {
            writer.Line();
            WriteError(writer, types, docs, error, baseName);
        }

        return writer.ToSourceText();
    }

    private static void WriteBase(CodeWriter writer, SpecModel spec, Identifier baseName) => writer.Line($$"""
        /// <summary>An error of {{DocText.Of(spec.Title)}}.</summary>
        public abstract class {{baseName}} : global::System.Exception
        {
            /// <summary>Creates an error with a message and an optional cause.</summary>
            protected {{baseName}}(string message, global::System.Exception? innerException = null)
                : base(message, innerException)
            {
            }

            /// <summary>The name of the error in the spec.</summary>
            public abstract string Code { get; }

            /// <summary>The name of the error on the wire.</summary>
            public abstract string WireName { get; }

            /// <summary>The HTTP status code of the error; for a received error, the status code of the response.</summary>
            public abstract int HttpStatus { get; init; }

            /// <summary>The id of the clause that rejected the request, if known.</summary>
            public string? Clause { get; init; }
        }
        """);

    private static void WriteError(CodeWriter writer, ShapeTypes types, ShapeDocs docs, ErrorModel error, Identifier baseName)
    {
        var name = Identifier.Of(error.Name);
        writer.Line($"// spec: errors.{DocText.Of(error.Name)}");
        writer.Line($"/// <summary>{DocText.Of(error.Says)} HTTP status {error.Status}.</summary>");
        writer.Line($"/// <remarks>Source: {DocText.Of(error.Source)}</remarks>");
        writer.Open($"public sealed class {name} : global::{types.Namespace}.{baseName}");
        WriteConstructors(writer, types, error, name);
        writer.Line();
        writer.Line($$"""
            /// <inheritdoc/>
            public override string Code => {{CSharpLiteral.Of(error.Name)}};

            /// <inheritdoc/>
            public override string WireName => {{CSharpLiteral.Of(error.WireName)}};

            /// <inheritdoc/>
            public override int HttpStatus { get; init; } = {{error.Status}};
            """);
        foreach (var member in error.Members)
        {
            writer.Line();
            docs.Write(writer, error, member);
            ModelsEmitter.WriteProperty(writer, types, member);
        }

        if (error.RejectsInput)
        {
            writer.Line();
            WriteViolations(writer, types);
        }

        writer.Close();
    }

    private static void WriteConstructors(CodeWriter writer, ShapeTypes types, ErrorModel error, Identifier name)
    {
        writer.Line($$"""
            /// <summary>Creates the error with a message and an optional cause.</summary>
            public {{name}}(string message, global::System.Exception? innerException = null)
                : base(message, innerException)
            {
            }
            """);
        if (error.RejectsInput)
        {
            writer.Line();
            writer.Line($$"""
                /// <summary>Creates the error for a request that violates constraints; the message names all of them.</summary>
                public {{name}}(global::System.Collections.Generic.IReadOnlyList<global::{{types.Namespace}}.ConstraintViolation> violations)
                    : base("The request breaks " + (violations.Count == 1 ? "a constraint: " : violations.Count + " constraints: ") + string.Join("; ", violations))
                {
                    Violations = violations;
                }
                """);
        }
    }

    private static void WriteViolations(CodeWriter writer, ShapeTypes types) => writer.Line($$"""
        /// <summary>All constraint violations of the request; empty if the error has another reason.</summary>
        public global::System.Collections.Generic.IReadOnlyList<global::{{types.Namespace}}.ConstraintViolation> Violations { get; init; } =
            global::System.Array.Empty<global::{{types.Namespace}}.ConstraintViolation>();
        """);
}
