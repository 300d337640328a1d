using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace JobsSpecGen.Conformance.Reports.Document;

/// <summary>Writes a report as JSON and reads it back.</summary>
internal static class ReportJson
{
    // Apostrophes and letters of all languages are not escaped, so that the file is readable. Embedding in HTML needs its own escaping.
    private static readonly JsonTypeInfo<ReportDocument> s_readable = new ReportJsonContext(new(ReportJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }).ReportDocument;

    public static string Write(ReportDocument document) => JsonSerializer.Serialize(document, s_readable) + "\n";

    public static JsonElement ToElement(ReportDocument document) => JsonSerializer.SerializeToElement(document, s_readable);

    /// <exception cref="JsonException">The text is not a report. The message names the line and the member.</exception>
    public static ReportDocument Read(string json) => JsonSerializer.Deserialize(json, s_readable) ?? throw new JsonException("The report is null.");
}

/// <summary>Serialization metadata that is generated at compile time, because the engine supports native AOT.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true,
    NewLine = "\n",
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
