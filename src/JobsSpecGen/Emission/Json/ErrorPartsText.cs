using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the methods that inspect the body of an error response, which may be malformed.</summary>
internal static class ErrorPartsText
{
    public static void Write(CodeWriter writer) => writer.Line($$"""
        /// <summary>The name without namespace and suffix: <c>Name</c> of <c>namespace#Name:http://...</c>.</summary>
        private static string? ShortName(string? type)
        {
            var name = type?.Split(':')[0];
            name = name?[(name.IndexOf('#') + 1)..].Trim();
            return string.IsNullOrEmpty(name) ? null : name;
        }

        /// <summary>The text of a member; null if it is absent or not a string, or if the body is not JSON.</summary>
        private static string? TextOf(global::System.ReadOnlySpan<byte> json, global::System.ReadOnlySpan<byte> name)
        {
            try
            {
                return TryFind(json, name, out var reader) && reader.TokenType == {{JsonCode.Token}}.String ? Tokens.ReadText(ref reader) : null;
            }
            catch ({{JsonCode.Exception}})
            {
                return null;
            }
        }

        /// <summary>Finds the value of a member; if it occurs twice, the last one. Null counts as absent. An empty body has no members.</summary>
        private static bool TryFind(global::System.ReadOnlySpan<byte> json, global::System.ReadOnlySpan<byte> name, out {{JsonCode.Reader}} value)
        {
            value = default;
            var reader = new {{JsonCode.Reader}}(json);
            if (json.IsEmpty || !reader.Read() || reader.TokenType != {{JsonCode.Token}}.StartObject)
            {
                return false;
            }

            var isThere = false;
            while (reader.Read() && reader.TokenType == {{JsonCode.Token}}.PropertyName)
            {
                var isIt = reader.ValueTextEquals(name);
                reader.Read();
                if (isIt)
                {
                    value = reader;
                    isThere = reader.TokenType != {{JsonCode.Token}}.Null;
                }

                reader.Skip();
            }

            return isThere;
        }
        """);
}
