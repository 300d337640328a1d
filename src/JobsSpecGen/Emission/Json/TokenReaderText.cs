using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits how the reader advances from token to token.</summary>
internal static class TokenReaderText
{
    public static void Write(CodeWriter writer) => writer.Line($$"""
        /// <summary>Advances to the value, if the reader is not there yet.</summary>
        public static void Begin(ref {{JsonCode.Reader}} reader)
        {
            if (reader.TokenType is {{JsonCode.Token}}.None or {{JsonCode.Token}}.PropertyName or {{JsonCode.Token}}.Comment)
            {
                Next(ref reader);
            }
        }

        /// <summary>Ensures that no further data follows.</summary>
        public static void End(ref {{JsonCode.Reader}} reader)
        {
            try
            {
                reader.Read();
            }
            catch ({{JsonCode.Exception}} e)
            {
                throw AtRoot(e);
            }
        }

        /// <summary>Advances to the next token, which must exist, and skips comments if the reader returns them.</summary>
        public static void Next(ref {{JsonCode.Reader}} reader)
        {
            do
            {
                if (!reader.Read())
                {
                    throw Ended();
                }
            }
            while (reader.TokenType == {{JsonCode.Token}}.Comment);
        }

        /// <summary>Ensures that an object or a list starts here, and that the stack is sufficient, whatever depth the reader allows.</summary>
        public static void Enter(ref {{JsonCode.Reader}} reader, {{JsonCode.Token}} start)
        {
            if (reader.TokenType != start)
            {
                throw Wrong(ref reader, start == {{JsonCode.Token}}.StartObject ? "an object" : "a list");
            }

            if (!global::System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                throw new {{JsonCode.Exception}}("the values are nested too deep");
            }
        }

        /// <summary>Advances to the next name of an object; false at its end.</summary>
        public static bool NextMember(ref {{JsonCode.Reader}} reader)
        {
            Next(ref reader);
            return reader.TokenType != {{JsonCode.Token}}.EndObject;
        }

        /// <summary>Advances to the next value of a list; false at its end.</summary>
        public static bool NextItem(ref {{JsonCode.Reader}} reader)
        {
            Next(ref reader);
            return reader.TokenType != {{JsonCode.Token}}.EndArray;
        }

        /// <summary>Skips the value.</summary>
        public static void Skip(ref {{JsonCode.Reader}} reader)
        {
            if (!reader.TrySkip())
            {
                throw Ended();
            }
        }
        """);
}
