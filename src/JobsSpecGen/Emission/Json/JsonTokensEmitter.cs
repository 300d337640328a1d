using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits what all codecs share; it is the same for every service.</summary>
internal static class JsonTokensEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var writer = JsonCode.ForFile(spec);
        writer.Open($"public static partial class {JsonCode.ClassOf(spec)}");
        writer.Line($"/// <summary>Operations on single tokens: advancing the reader, converting values, and messages about invalid tokens.</summary>");
        writer.Open($"private static class Tokens");
        TokenReaderText.Write(writer);
        writer.Line();
        TokenTextsText.Write(writer);
        writer.Line();
        TokenNumbersText.Write(writer);
        writer.Line();
        TokenErrorsText.Write(writer);
        writer.Line();
        TokenPathsText.Write(writer);
        writer.Close();
        writer.Line();
        BufferText.Write(writer);
        writer.Line();
        JsonOutputText.Write(writer);
        writer.Close();
        return writer.ToSourceText();
    }
}
