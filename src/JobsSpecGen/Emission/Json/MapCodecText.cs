using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the codec of a map. Entries are buffered in a pooled array, so that only the map itself is allocated.</summary>
internal static class MapCodecText
{
    public static void Write(CodeWriter writer, JsonValueText values, Shape shape)
    {
        var type = values.Types.TypeOf(shape.Name);
        var entry = Code.Of($"global::System.Collections.Generic.KeyValuePair<string, {values.Types.TypeOf(shape.Element!)}>");
        writer.Summary(DocText.Of("Reads and writes " + shape.Name + "."));
        writer.Open($"internal static class {JsonCode.CodecOf(shape.Name)}");
        writer.Line($$"""
            /// <summary>Reads the value at the reader's current token.</summary>
            internal static {{type}} Read(ref {{JsonCode.Reader}} reader)
            {
                Tokens.Enter(ref reader, {{JsonCode.Token}}.StartObject);
                var entries = default(Gathered<{{entry}}>);
                string? key = null;
                try
                {
                    while (Tokens.NextMember(ref reader))
                    {
                        key = null;
                        key = Tokens.Text(ref reader);
                        Tokens.Next(ref reader);
                        entries.Add(new(key, {{values.Read(shape.Element!)}}));
                    }

                    return global::{{values.Types.Namespace}}.ValueMap.CreateLastWins(entries.Span);
                }
                catch ({{JsonCode.Exception}} e) when (Tokens.PassesThrough(e, key))
                {
                    throw;
                }
                finally
                {
                    entries.Return();
                }
            }

            /// <summary>Writes a value; null is written as null.</summary>
            internal static void Write({{JsonCode.Writer}} writer, {{type}}? value)
            {
                if (value is null)
                {
                    writer.WriteNullValue();
                    return;
                }

                writer.WriteStartObject();
                foreach (var entry in value)
                {
                    Tokens.WriteName(writer, entry.Key);
                    {{values.Write(shape.Element!, Code.Of($"entry.Value"))}}
                }

                writer.WriteEndObject();
            }
            """);
        writer.Close();
    }
}
