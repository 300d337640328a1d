using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the messages about invalid tokens.</summary>
internal static class TokenErrorsText
{
    public static void Write(CodeWriter writer) => writer.Line($$"""
        /// <summary>The error for a token of the wrong kind.</summary>
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

        /// <summary>The error for an invalid text.</summary>
        public static {{JsonCode.Exception}} WrongText(ref {{JsonCode.Reader}} reader, string expected) => new("expected " + expected + ", found '" + Short(Text(ref reader)) + "'");

        /// <summary>The error for an unknown member.</summary>
        public static {{JsonCode.Exception}} UnknownMember(ref {{JsonCode.Reader}} reader) => new("there is no member '" + Short(Text(ref reader)) + "' here");

        /// <summary>The error for missing required members; the present ones are null in the list.</summary>
        public static {{JsonCode.Exception}} Missing(params string?[] names)
        {
            var missing = global::System.Array.FindAll(names, static name => name is not null);
            return new("'" + string.Join("', '", missing) + (missing.Length == 1 ? "' is" : "' are") + " required and missing or null");
        }

        private static {{JsonCode.Exception}} Ended() => new("the JSON ends too early");

        /// <summary>Shortens a text for a message.</summary>
        private static string Short(string text) =>
            text.Length <= 64 ? text : text[..(char.IsHighSurrogate(text[63]) ? 63 : 64)] + "\u2026";
        """);
}
