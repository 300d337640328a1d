using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the messages about invalid tokens.</summary>
internal static class TokenErrorsText
{
    public static void Write(CodeWriter writer) => writer.Line($$"""
        /// <summary>Another kind of value was expected.</summary>
        public static {{JsonCode.Exception}} Wrong(ref {{JsonCode.Reader}} reader, string expected) => new("expected " + expected + ", found " + reader.TokenType switch
        {
            {{JsonCode.Token}}.StartObject => "an object",
            {{JsonCode.Token}}.StartArray => "a list",
            {{JsonCode.Token}}.String => "a string",
            {{JsonCode.Token}}.Number => "a number",
            {{JsonCode.Token}}.True => "true",
            {{JsonCode.Token}}.False => "false",
            _ => "null",
        });

        /// <summary>Another text was expected.</summary>
        public static {{JsonCode.Exception}} WrongText(ref {{JsonCode.Reader}} reader, string expected) => new("expected " + expected + ", found '" + Short(Text(ref reader)) + "'");

        /// <summary>A member that the structure does not have.</summary>
        public static {{JsonCode.Exception}} UnknownMember(ref {{JsonCode.Reader}} reader) => new("there is no member '" + Short(Text(ref reader)) + "' here");

        /// <summary>Members that must be there and are not; those that are, are null here.</summary>
        public static {{JsonCode.Exception}} Missing(params string?[] names)
        {
            var missing = global::System.Array.FindAll(names, static name => name is not null);
            return new("'" + string.Join("', '", missing) + (missing.Length == 1 ? "' is" : "' are") + " required and missing or null");
        }

        private static {{JsonCode.Exception}} Ended() => new("the JSON ends too early");

        /// <summary>As much of a text as a message should have.</summary>
        private static string Short(string text) =>
            text.Length <= 64 ? text : text[..(char.IsHighSurrogate(text[63]) ? 63 : 64)] + "\u2026";
        """);
}
