using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace JobsSpecGen.Conformance.Reports.Baseline;

/// <summary>
/// The content of a baseline file: the violated clauses, the clauses that are neither violated nor verified, the number of test cases of
/// each clause, and the number of each kind.
/// </summary>
internal sealed record BaselineDocument(
    int FormatVersion,
    BaselineSpec Spec,
    IReadOnlyList<KnownFailure> Failures,
    IReadOnlyList<KnownGap> NotVerified,
    IReadOnlyDictionary<string, int> Cases,
    IReadOnlyDictionary<string, int> Kinds);

internal sealed record BaselineSpec(string Service, string Revision);

/// <summary>A violated clause with the reason why it is accepted, which a person writes, and the finding of the suite.</summary>
internal sealed record KnownFailure(string Clause, string Reason, string Found);

internal sealed record KnownGap(string Clause, string Why);

/// <summary>Writes a baseline as JSON and reads it back.</summary>
internal static class BaselineJson
{
    // Apostrophes and letters of all languages are not escaped, so that the file is readable. Embedding in HTML needs its own escaping.
    private static readonly JsonTypeInfo<BaselineDocument> s_readable = new BaselineJsonContext(new(BaselineJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }).BaselineDocument;

    public static string Write(BaselineDocument document) => JsonSerializer.Serialize(document, s_readable) + "\n";

    public static BaselineDocument? Read(string json) => JsonSerializer.Deserialize(json, s_readable);
}

/// <summary>Serialization metadata that is generated at compile time, because the engine supports native AOT.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    WriteIndented = true,
    NewLine = "\n",
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(BaselineDocument))]
internal sealed partial class BaselineJsonContext : JsonSerializerContext;
