using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Json;

/// <summary>Where something is wrong. The path is put together while the exception climbs, so that reading what is right costs nothing for it.</summary>
internal static class TokenPathsText
{
    public static void Write(CodeWriter writer) => writer.Line($$"""
        /// <summary>What is wrong, seen from the structure whose member it is in; -1 where it is in none.</summary>
        public static {{JsonCode.Exception}} Within({{JsonCode.Exception}} e, {{JsonCode.EncodedText}}[] names, int member) =>
            Within(e, member < 0 ? null : names[member].Value);

        /// <summary>What is wrong, seen from the map whose value it is; null where it is none.</summary>
        public static {{JsonCode.Exception}} Within({{JsonCode.Exception}} e, string? name) =>
            name is null ? e : With(e, e.Message, (IsPlain(name) ? "." + Short(name) : "['" + Short(name).Replace("\\", "\\\\").Replace("'", "\\'") + "']") + e.Path);

        /// <summary>What is wrong, seen from the list whose element it is.</summary>
        public static {{JsonCode.Exception}} Within({{JsonCode.Exception}} e, int index) =>
            With(e, e.Message, "[" + index.ToString(global::System.Globalization.CultureInfo.InvariantCulture) + "]" + e.Path);

        /// <summary>What is wrong, seen from the whole.</summary>
        public static {{JsonCode.Exception}} AtRoot({{JsonCode.Exception}} e) => With(e, "$" + e.Path + ": " + e.Message, "$" + e.Path);

        /// <summary>What is wrong in a value that is itself part of something. The serializer adds the path to that value.</summary>
        public static {{JsonCode.Exception}} Inside({{JsonCode.Exception}} e, string shape) => With(e, shape + e.Path + ": " + e.Message, null);

        private static {{JsonCode.Exception}} With({{JsonCode.Exception}} e, string message, string? path) =>
            new(message, path, e.LineNumber, e.BytePositionInLine, e.GetType() == typeof({{JsonCode.Exception}}) ? e.InnerException : e);

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
}
