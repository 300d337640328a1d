using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Validation;

/// <summary>Emits the constraint violation, which validators return and the error for invalid input carries.</summary>
internal static class ConstraintViolationEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var writer = CodeWriter.ForFile(Namespace.Of(spec.Namespace));
        writer.Line($$"""
            /// <summary>A violation of a constraint of the spec.</summary>
            /// <param name="Path">The path in the value: <c>jobId</c>, <c>items[3].jobId</c>, <c>details['a']</c> for the value and <c>details.key('a')</c> for the name of an entry; empty for the value itself.</param>
            /// <param name="Constraint">The expected constraint, for instance <c>length 1 to 128</c>. Lengths count UTF-16 code units.</param>
            /// <param name="Found">The actual value, shortened, with invisible characters escaped.</param>
            /// <param name="Clause">The id of the clause of the constraint; null if there is none, as for a null in a list.</param>
            public sealed record ConstraintViolation(string Path, string Constraint, string Found, string? Clause)
            {
                /// <summary>The violation as a sentence: <c>thingName: expected length 1 to 128, found 0</c>.</summary>
                public override string ToString() => (Path.Length == 0 ? "value" : Path) + ": expected " + Constraint + ", found " + Found;
            }
            """);
        return writer.ToSourceText();
    }
}
