using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace JobsSpecGen.Conformance.Reports.Baseline;

/// <summary>
/// A baseline as its file has it: the violated clauses, those that are neither violated nor verified, how many tests each
/// clause has, and how many there are of each kind.
/// </summary>
internal sealed record BaselineDocument(
    int FormatVersion,
    BaselineSpec Spec,
    IReadOnlyList<KnownFailure> Failures,
    IReadOnlyList<KnownGap> NotVerified,
    IReadOnlyDictionary<string, int> Cases,
    IReadOnlyDictionary<string, int> Kinds);

internal sealed record BaselineSpec(string Service, string Revision);

/// <summary>A violated clause: why that is accepted, written by a person, and what the suite finds.</summary>
internal sealed record KnownFailure(string Clause, string Reason, string Found);

internal sealed record KnownGap(string Clause, string Why);

/// <summary>Writes a baseline as JSON and reads it back.</summary>
internal static class BaselineJson
{
    // Apostrophes and letters of all languages stay readable; whoever embeds the text into HTML has to escape it anyway.
    private static readonly JsonTypeInfo<BaselineDocument> s_readable = new BaselineJsonContext(new(BaselineJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }).BaselineDocument;

    public static string Write(BaselineDocument document) => JsonSerializer.Serialize(document, s_readable) + "\n";

    public static BaselineDocument? Read(string json) => JsonSerializer.Deserialize(json, s_readable);
}

/// <summary>The shapes that are written, known when this is compiled.</summary>
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
