using System.Collections.Concurrent;
using System.Text.Json;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>Makes an outcome of an answer, and takes note of what is wrong with it on the wire.</summary>
internal sealed class AnswerDecoder(SpecInfo spec, WireLog log)
{
    /// <summary>One list for each set of errors that share a name, so that outcomes which are alike stay equal.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _alternatives = new(StringComparer.Ordinal);

    /// <summary>What an answer to an operation means.</summary>
    public CallOutcome Decode(SpecCall call, OperationInfo operation, WireExchange exchange)
    {
        if (exchange.Response is not { } answer)
        {
            return new CallOutcome.Broken(new HttpRequestException("The connection was closed without an answer."));
        }

        var findings = new List<WireFinding>();
        var outcome = Decode(operation, answer, findings);
        foreach (var finding in findings)
        {
            log.RecordViolation(new(finding, call, exchange));
        }

        return outcome with { Exchange = exchange };
    }

    private CallOutcome Decode(OperationInfo operation, WireResponse answer, List<WireFinding> findings)
    {
        try
        {
            using var document = answer.Body.Length == 0 ? null : JsonDocument.Parse(answer.Body);
            return answer.Status is >= 200 and <= 299
                ? Answered(operation, answer, document?.RootElement, findings)
                : Refused(operation, answer, document?.RootElement, findings);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            // An error is known by its header, whatever its body is.
            return answer.Status is >= 200 and <= 299
                ? Unreadable(answer, exception.Message, exception)
                : Refused(operation, answer, null, findings);
        }
    }

    private CallOutcome Answered(OperationInfo operation, WireResponse answer, JsonElement? body, List<WireFinding> findings)
    {
        foreach (var rule in (WireRule[])[WireRule.AnswerMembers, WireRule.AnswerNumbers])
        {
            log.RecordChecked(rule, operation.Name);
        }

        if (answer.Body.Length > 0)
        {
            log.RecordChecked(WireRule.AnswerContentType, operation.Name);
            if (!IsJson(answer.Header("Content-Type")))
            {
                findings.Add(new(WireRule.AnswerContentType, operation.Name, "Content-Type: application/json", answer.Header("Content-Type") is { } type ? $"Content-Type: {type}" : "no Content-Type"));
            }
        }

        // Some services send nothing where nothing is to be said.
        return new CallOutcome.Answered(body is { } json
            ? new AnswerReader(spec, operation.Name, findings).Read(operation.Output!, json, "")
            : new SpecValue.Record([]));
    }

    private CallOutcome Refused(OperationInfo operation, WireResponse answer, JsonElement? body, List<WireFinding> findings)
    {
        var name = ErrorName.Of(answer, body);
        var meant = name.Meant(spec, operation, answer.Status);
        if (meant.Count == 0)
        {
            return name.Wire is { } unknown && answer.Status < 500
                ? new CallOutcome.Refused(unknown, answer.Status, Message(body), new([]))
                : Unreadable(answer, name.Wire is null ? "an error without a name" : $"the error {name.Wire}, which is none of the spec's", null);
        }

        foreach (var rule in (WireRule[])[WireRule.ErrorType, WireRule.ErrorStatus])
        {
            log.RecordChecked(rule, meant[0].WireName);
        }

        if (name.Wire is null)
        {
            findings.Add(new(WireRule.ErrorType, meant[0].WireName, $"{ErrorName.HeaderName}: {meant[0].WireName}, or that as 'code' or '__type' in the body", "none of them"));
        }
        else if (name.Contradicts(spec))
        {
            findings.Add(new(WireRule.ErrorType, meant[0].WireName, "one name", $"{name.Header} in the header and {name.Body} in the body"));
        }

        if (meant.All(e => e.Status != answer.Status))
        {
            findings.Add(new(WireRule.ErrorStatus, meant[0].WireName, $"status {meant[0].Status}", $"status {answer.Status}"));
        }

        return new CallOutcome.Refused(meant[0].Code, answer.Status, Message(body), Data(meant, body, findings))
        {
            AlsoMeans = meant.Count == 1 ? [] : _alternatives.GetOrAdd(string.Join(' ', meant.Skip(1).Select(e => e.Code)), static codes => codes.Split(' ')),
        };
    }

    /// <summary>The members of an error. Others may stand beside them: a message, a code.</summary>
    private SpecValue.Record Data(IReadOnlyList<ErrorInfo> meant, JsonElement? body, List<WireFinding> findings)
    {
        if (body is not { ValueKind: JsonValueKind.Object } json || meant.FirstOrDefault(e => spec.Shapes.ContainsKey(e.Code)) is not { } error)
        {
            return new([]);
        }

        try
        {
            return (SpecValue.Record)new AnswerReader(spec, error.WireName, findings).Read(error.Code, json, "", isOpen: true);
        }
        catch (FormatException)
        {
            return new([]);
        }
    }

    private static CallOutcome.Broken Unreadable(WireResponse answer, string what, Exception? cause) =>
        new(new HttpRequestException($"HTTP {answer.Status}: {what}", cause));

    private static string Message(JsonElement? body) =>
        body is { ValueKind: JsonValueKind.Object } json
        && (json.TryGetProperty("message", out var message) || json.TryGetProperty("Message", out message))
        && message.ValueKind == JsonValueKind.String
            ? message.GetString()!
            : "";

    private static bool IsJson(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim() ?? "";
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("application/x-amz-json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
