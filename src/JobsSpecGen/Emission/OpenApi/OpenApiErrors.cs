using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.OpenApi;

/// <summary>The error responses of an operation: those of the spec, and those that the server has for every service.</summary>
internal static class OpenApiErrors
{
    /// <summary>An error response.</summary>
    /// <param name="Status">The status code.</param>
    /// <param name="Type">The value of the header x-amzn-ErrorType.</param>
    /// <param name="Says">The description.</param>
    /// <param name="Schema">The schema of the body.</param>
    internal sealed record Entry(int Status, string Type, string Says, JsonMap Schema);

    public static IEnumerable<Entry> Of(SpecModel spec, HttpMapping operation)
    {
        foreach (var error in spec.Errors.Where(error => operation.Operation.Errors.Contains(error.Name) || error.RejectsInput))
        {
            yield return new(error.Status, error.WireName, error.Says, OpenApiSchemas.Reference(error.Name));
        }

        yield return Common(403, "ForbiddenException", "The host does not let the caller do this.");
        yield return Common(500, "InternalFailure", "The service failed.");
        if (operation.HasBody)
        {
            yield return Common(413, "RequestEntityTooLargeException", "The body is larger than the host takes.");
            yield return Common(415, "UnsupportedMediaTypeException", "The body says that it is something else than JSON.");
        }

        if (spec.SigningName is not null)
        {
            yield return Common(400, "IncompleteSignatureException", "The signature cannot be read, or lacks something.");
            yield return Common(403, "MissingAuthenticationTokenException", "The host wants a signature, and there is none.");
            yield return Common(403, "UnrecognizedClientException", "Nobody has the access key id or the session token.");
            yield return Common(403, "InvalidSignatureException", "The signature is not that of the request, or too old.");
        }
    }

    /// <summary>All errors with one status code.</summary>
    public static JsonMap Response(IReadOnlyList<Entry> errors)
    {
        var schemas = errors.Select(error => error.Schema).GroupBy(JsonDocumentText.Of).Select(group => (object)group.First()).ToList();
        return new JsonMap
        {
            { "description", string.Join(" ", errors.Select(error => error.Type + ": " + error.Says)) },
            {
                "headers", new JsonMap
                {
                    { "x-amzn-ErrorType", new JsonMap { { "schema", new JsonMap { { "type", "string" }, { "enum", errors.Select(error => (object)error.Type).Distinct().ToList() } } } } },
                }
            },
            { "content", new JsonMap { { "application/json", new JsonMap { { "schema", schemas.Count == 1 ? schemas[0] : new JsonMap { { "anyOf", schemas } } } } } } },
        };
    }

    /// <summary>The body of an error: its data, then the members that every error has.</summary>
    public static JsonMap Body(ErrorModel error)
    {
        var properties = new JsonMap();
        foreach (var member in error.Members)
        {
            properties.Add(member.Name, OpenApiSchemas.OfMember(member, isDescribed: true));
        }

        properties.Add("message", Message());
        if (error.WireName != error.Name)
        {
            properties.Add("code", new JsonMap { { "type", "string" }, { "const", error.Name } });
        }

        return new JsonMap
        {
            { "type", "object" },
            { "description", error.Says },
            { "properties", properties },
            { "required", error.Members.Where(member => member.Required).Select(member => (object)member.Name).Concat(["message"]).Distinct().ToList() },
        };
    }

    private static Entry Common(int status, string type, string says) => new(status, type, says, new JsonMap
    {
        { "type", "object" },
        { "properties", new JsonMap { { "message", Message() } } },
        { "required", new List<object> { "message" } },
    });

    private static JsonMap Message() => new() { { "type", "string" }, { "description", "What is wrong, for people." } };
}
