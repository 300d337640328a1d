using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Json;

/// <summary>
/// Emits the path of an error in JSON. Reading valid JSON costs nothing for it: exception filters record the path while an
/// exception propagates. None of them catches the exception, because rethrowing at each of many levels needs stack at each.
/// </summary>
internal static class TokenPathsText
{
    public static void Write(CodeWriter writer)
    {
        WriteNotes(writer);
        writer.Line();
        WriteResults(writer);
    }

    private static void WriteNotes(CodeWriter writer) => writer.Line($$"""
        private static readonly object s_steps = new();

        /// <summary>Exception filter: records that an exception passes a member of a structure (-1: no member). Always returns false.</summary>
        public static bool PassesThrough({{JsonCode.Exception}} e, {{JsonCode.EncodedText}}[] names, int member) =>
            PassesThrough(e, member < 0 ? null : names[member].Value);

        /// <summary>Exception filter: records that an exception passes a value of a map (null: no value). Always returns false.</summary>
        public static bool PassesThrough({{JsonCode.Exception}} e, string? name) =>
            name is not null && Note(e, IsPlain(name) ? "." + Short(name) : "['" + Short(name).Replace("\\", "\\\\").Replace("'", "\\'") + "']");

        /// <summary>Exception filter: records that an exception passes an element of a list. Always returns false.</summary>
        public static bool PassesThrough({{JsonCode.Exception}} e, int index) =>
            Note(e, "[" + index.ToString(global::System.Globalization.CultureInfo.InvariantCulture) + "]");

        private static bool Note({{JsonCode.Exception}} e, string step)
        {
            if (e.Data[s_steps] is not global::System.Collections.Generic.List<string> steps)
            {
                e.Data[s_steps] = steps = new();
            }

            steps.Add(step);
            return false;
        }

        private static bool IsPlain(string name)
        {
            foreach (var c in name)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                {
                    return false;
                }
            }

            return name.Length > 0;
        }
        """);

    private static void WriteResults(CodeWriter writer) => writer.Line($$"""
        /// <summary>The error with its path in the whole document.</summary>
        public static {{JsonCode.Exception}} AtRoot({{JsonCode.Exception}} e)
        {
            var path = "$" + StepsOf(e);
            return With(e, path + ": " + e.Message, path);
        }

        /// <summary>The error with its path in a nested value. The serializer adds the path to that value.</summary>
        public static {{JsonCode.Exception}} Inside({{JsonCode.Exception}} e, string shape) => With(e, shape + StepsOf(e) + ": " + e.Message, null);

        private static string StepsOf({{JsonCode.Exception}} e)
        {
            if (e.Data[s_steps] is not global::System.Collections.Generic.List<string> steps)
            {
                return string.Empty;
            }

            steps.Reverse();
            return string.Concat(steps);
        }

        private static {{JsonCode.Exception}} With({{JsonCode.Exception}} e, string message, string? path) =>
            new(message, path, e.LineNumber, e.BytePositionInLine, e.GetType() == typeof({{JsonCode.Exception}}) ? e.InnerException : e);
        """);
}
