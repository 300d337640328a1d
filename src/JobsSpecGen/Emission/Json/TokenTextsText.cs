using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the codecs of texts, names and booleans. JSON in UTF-8 cannot carry an unpaired surrogate: it is rejected in both directions, never replaced.</summary>
internal static class TokenTextsText
{
    public static void Write(CodeWriter writer)
    {
        WriteReading(writer);
        writer.Line();
        WriteWriting(writer);
    }

    private static void WriteReading(CodeWriter writer) => writer.Line($$"""
        /// <summary>Reads a boolean.</summary>
        public static bool ReadFlag(ref {{JsonCode.Reader}} reader) => reader.TokenType switch
        {
            {{JsonCode.Token}}.True => true,
            {{JsonCode.Token}}.False => false,
            _ => throw Wrong(ref reader, "true or false"),
        };

        /// <summary>Reads a string.</summary>
        public static string ReadText(ref {{JsonCode.Reader}} reader) =>
            reader.TokenType == {{JsonCode.Token}}.String ? Text(ref reader) : throw Wrong(ref reader, "a string");

        /// <summary>The text of a string or a name.</summary>
        public static string Text(ref {{JsonCode.Reader}} reader)
        {
            try
            {
                return reader.GetString()!;
            }
            catch (global::System.InvalidOperationException e)
            {
                throw new {{JsonCode.Exception}}("the text is no valid Unicode", e);
            }
        }

        /// <summary>The index of a name that has escapes or spans several segments; -1 if it is unknown.</summary>
        public static int IndexOf(ref {{JsonCode.Reader}} reader, {{JsonCode.EncodedText}}[] names)
        {
            var text = Text(ref reader);
            for (var i = 0; i < names.Length; i++)
            {
                if (names[i].Value == text)
                {
                    return i;
                }
            }

            return -1;
        }
        """);

    private static void WriteWriting(CodeWriter writer) => writer.Line($$"""
        /// <summary>Writes a member that is a string.</summary>
        public static void WriteText({{JsonCode.Writer}} writer, {{JsonCode.EncodedText}} name, string value)
        {
            Check(value);
            writer.WriteString(name, value);
        }

        /// <summary>Writes a string; null is written as null.</summary>
        public static void WriteText({{JsonCode.Writer}} writer, string? value)
        {
            Check(value);
            writer.WriteStringValue(value);
        }

        /// <summary>Writes a name of a map.</summary>
        public static void WriteName({{JsonCode.Writer}} writer, string name)
        {
            Check(name);
            writer.WritePropertyName(name);
        }

        /// <summary>Rejects an unpaired surrogate. Most texts have no surrogates, which is checked first.</summary>
        private static void Check(string? text)
        {
            if (global::System.MemoryExtensions.IndexOfAnyInRange(global::System.MemoryExtensions.AsSpan(text), '\uD800', '\uDFFF') >= 0)
            {
                CheckPairs(text!);
            }
        }

        private static void CheckPairs(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsSurrogatePair(text, i))
                {
                    i++;
                }
                else if (char.IsSurrogate(text[i]))
                {
                    throw new global::System.ArgumentException("The text has half of a surrogate pair at index " + i.ToString(global::System.Globalization.CultureInfo.InvariantCulture) + ", which JSON cannot carry.");
                }
            }
        }
        """);
}
