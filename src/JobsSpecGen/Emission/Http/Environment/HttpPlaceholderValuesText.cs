using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Http.Environment;

/// <summary>Emits the part of the server that keeps the values of the placeholders of a request.</summary>
internal static class HttpPlaceholderValuesText
{
    public static void Write(CodeWriter writer)
    {
        writer.Line($"/// <summary>The values of the placeholders in a request. If a placeholder occurs several times, its values must agree.</summary>");
        writer.Open($"private sealed class Sheet");
        WriteAdd(writer);
        writer.Line();
        WriteUse(writer);
        writer.Line();
        WriteTexts(writer);
        writer.Close();
    }

    private static void WriteAdd(CodeWriter writer) => writer.Line($$"""
        private readonly global::System.Collections.Generic.Dictionary<string, (string Json, string? Text, string Place)> _found = new();

        /// <summary>The values in each element of the list.</summary>
        public global::System.Collections.Generic.List<Sheet> Elements { get; } = new();

        public Sheet AddElement()
        {
            var element = new Sheet();
            Elements.Add(element);
            return element;
        }

        public void Add(string name, global::System.Text.Json.JsonElement value, string place)
        {
            var text = TextOf(value);
            Add(name, text is null ? value.GetRawText() : Quote(text), text ?? value.GetRawText(), place);
        }

        /// <summary>Adds a text, as a string or as the JSON value that it represents.</summary>
        public void Add(string name, string? text, bool isText, string place)
        {
            if (text is not null)
            {
                Add(name, isText || !IsPlain(text) ? Quote(text) : text, text, place);
            }
        }

        /// <summary>The values for each element, together with the shared ones; only this instance if there is no list.</summary>
        public global::System.Collections.Generic.IReadOnlyList<Sheet> Split()
        {
            foreach (var element in Elements)
            {
                foreach (var (name, value) in _found)
                {
                    element.Add(name, value.Json, value.Text, value.Place);
                }
            }

            return Elements.Count == 0 ? new[] { this } : Elements;
        }

        private void Add(string name, string json, string? text, string place)
        {
            if (!_found.TryAdd(name, (json, text, place)) && _found[name] is var other && other.Json != json)
            {
                throw new {{JsonCode.Exception}}("'" + name + "' is " + Short(other.Json) + " in " + other.Place + ", and " + Short(json) + " in " + place);
            }
        }
        """);

    private static void WriteUse(CodeWriter writer) => writer.Line($$"""
        public string? JsonOf(string name) => _found.TryGetValue(name, out var found) ? found.Json : null;

        public string? TextOf(string name) => _found.TryGetValue(name, out var found) ? found.Text : null;

        /// <summary>Adds the members of a plain body.</summary>
        public byte[] Body(params string[] names)
        {
            var members = new global::System.Collections.Generic.List<string>();
            foreach (var name in names)
            {
                if (JsonOf(name) is { } json)
                {
                    members.Add(Quote(name) + ":" + json);
                }
            }

            return global::System.Text.Encoding.UTF8.GetBytes("{" + string.Join(",", members) + "}");
        }

        /// <summary>The violation of a member, at the place of the member in the request.</summary>
        public {{JsonCode.Exception}} AtItsPlace({{JsonCode.Exception}} e)
        {
            foreach (var (name, found) in _found)
            {
                var member = "$." + name;
                if (e.Message.StartsWith(member, global::System.StringComparison.Ordinal) && e.Message.Length > member.Length && e.Message[member.Length] is ':' or '.' or '[')
                {
                    return new(found.Place + e.Message[member.Length..], e);
                }
            }

            return e;
        }
        """);

    private static void WriteTexts(CodeWriter writer) => writer.Line($$"""
        public static string Quote(string text) => "\"" + {{JsonCode.EncodedText}}.Encode(text) + "\"";

        /// <summary>The text of a value; null if it is not a string, or has an unpaired surrogate, which the reader of the value reports.</summary>
        public static string? TextOf(global::System.Text.Json.JsonElement value)
        {
            try
            {
                return value.ValueKind == global::System.Text.Json.JsonValueKind.String ? value.GetString() : null;
            }
            catch (global::System.InvalidOperationException)
            {
                return null;
            }
        }

        private static bool IsPlain(string text) =>
            text is "true" or "false" || long.TryParse(text, global::System.Globalization.NumberStyles.AllowLeadingSign, global::System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number.ToString(global::System.Globalization.CultureInfo.InvariantCulture) == text;

        private static string Short(string json) => json.Length <= 64 ? json : json[..64] + "\u2026";
        """);
}
