using System.Runtime.InteropServices;
using System.Text.Json;

namespace IotJobs.Stored;

/// <summary>How status details and job documents are written in their columns.</summary>
internal static class ColumnText
{
    /// <summary>A JSON object; null for no details, which an empty map means too.</summary>
    public static string? OfDetails(ValueMap<string>? details) =>
        details is { Count: > 0 } ? JsonSerializer.Serialize(details.ToDictionary()) : null;

    public static ValueMap<string>? ToDetails(string? json) =>
        json is null ? null : new(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);

    public static byte[] OfDocument(string document) => MemoryMarshal.AsBytes(document.AsSpan()).ToArray();

    public static string ToDocument(byte[] bytes) => new(MemoryMarshal.Cast<byte, char>(bytes));
}
