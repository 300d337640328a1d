using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the codec of a list. Elements are buffered in a pooled array, so that only the list itself is allocated.</summary>
internal static class ListCodecText
{
    public static void Write(CodeWriter writer, JsonValueText values, Shape shape)
    {
        var type = values.Types.TypeOf(shape.Name);
        var element = values.Types.TypeOf(shape.Element!);
        writer.Summary(DocText.Of("Reads and writes " + shape.Name + "."));
        writer.Open($"internal static class {JsonCode.CodecOf(shape.Name)}");
        writer.Line($$"""
            /// <summary>Reads the value at the reader's current token.</summary>
            internal static {{type}} Read(ref {{JsonCode.Reader}} reader)
            {
                Tokens.Enter(ref reader, {{JsonCode.Token}}.StartArray);
                var items = default(Gathered<{{element}}>);
                try
                {
                    while (Tokens.NextItem(ref reader))
                    {
                        items.Add({{values.Read(shape.Element!)}});
                    }

                    return global::{{values.Types.Namespace}}.ValueList.Create(items.Span);
                }
                catch ({{JsonCode.Exception}} e) when (Tokens.PassesThrough(e, items.Count))
                {
                    throw;
                }
                finally
                {
                    items.Return();
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

                writer.WriteStartArray();
                foreach (var item in value)
                {
                    {{values.Write(shape.Element!, Code.Of($"item"))}}
                }

                writer.WriteEndArray();
            }
            """);
        writer.Close();
    }
}
