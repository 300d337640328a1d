using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Http.Server;

/// <summary>Emits how the server reads values of plain text.</summary>
internal static class HttpTextValuesText
{
    public static void Write(CodeWriter writer, ShapeTypes types)
    {
        var violations = Code.Of($"global::System.Collections.Generic.List<{HttpCode.Violation(types)}> violations");
        writer.Line($$"""
            /// <summary>Parses values of plain text. Violations are collected, so that all of them are reported at once.</summary>
            private static class Texts
            {
                public delegate bool TryParse<TValue>(string? text, out TValue value);

                public static bool? Flag(string name, string? text, {{violations}}) => text switch
                {
                    null => null,
                    "true" => true,
                    "false" => false,
                    _ => Wrong<bool>(name, "true or false", text, null, violations),
                };

                public static long? Number(string name, string? text, {{violations}}) =>
                    text is null ? null
                    : long.TryParse(text, global::System.Globalization.NumberStyles.AllowLeadingSign, global::System.Globalization.CultureInfo.InvariantCulture, out var value) ? value
                    : Wrong<long>(name, "a whole number", text, null, violations);

                public static TValue? Choice<TValue>(string name, string? text, TryParse<TValue> tryParse, string allowed, string? clause, {{violations}})
                    where TValue : struct =>
                    text is null ? null : tryParse(text, out var value) ? value : Wrong<TValue>(name, allowed, text, clause, violations);

                /// <summary>A required value. A text that is not a valid value has already been recorded as a violation.</summary>
                public static TValue Required<TValue>(string name, string? text, TValue? value, string? clause, {{violations}})
                    where TValue : struct
                {
                    if (text is null)
                    {
                        violations.Add(new(name, {{CSharpLiteral.Of(ConstraintText.Required)}}, "nothing", clause));
                    }

                    return value.GetValueOrDefault();
                }

                private static TValue? Wrong<TValue>(string name, string expected, string found, string? clause, {{violations}})
                    where TValue : struct
                {
                    violations.Add(new(name, expected, "'" + (found.Length <= 64 ? found : found[..64] + "\u2026") + "'", clause));
                    return null;
                }
            }
            """);
    }
}
