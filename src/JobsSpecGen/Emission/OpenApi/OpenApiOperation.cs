using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.OpenApi;

/// <summary>Builds the description of an operation: its request and its responses.</summary>
internal static class OpenApiOperation
{
    public static JsonMap Of(SpecModel spec, ShapeTypes types, HttpMapping operation, HttpMapping named) => new()
    {
        { "operationId", operation.Operation.Name },
        { "description", operation.Operation.Says },
        { "parameters", operation.OutsideBody.Any() ? Parameters(types, operation, named).ToList() : null },
        { "requestBody", Body(spec, operation) },
        { "responses", Responses(spec, operation) },
        // Signatures are optional in the document; the host decides.
        { "security", spec.SigningName is null ? null : new List<object> { new JsonMap(), new JsonMap { { OpenApiDocument.Scheme, new List<object>() } } } },
    };

    private static IEnumerable<object> Parameters(ShapeTypes types, HttpMapping operation, HttpMapping named)
    {
        var index = 0;
        foreach (var (_, _, member) in operation.Segments)
        {
            if (member is not null)
            {
                yield return Parameter(types, member, HttpRoute.ParameterAt(named, index), "path");
            }

            index++;
        }

        foreach (var member in operation.OutsideBody.Where(member => member.Location != MemberLocation.Path))
        {
            yield return Parameter(types, member, member.Name, member.Location == MemberLocation.Query ? "query" : "header");
        }
    }

    private static JsonMap Parameter(ShapeTypes types, Member member, string name, string place) => new()
    {
        { "name", name },
        { "in", place },
        { "description", member.Says ?? types[member.Shape].Says },
        { "required", member.Required ? true : null },
        { "schema", OpenApiSchemas.OfMember(member, isDescribed: false) },
    };

    private static JsonMap? Body(SpecModel spec, HttpMapping operation)
    {
        if (!operation.HasBody)
        {
            return null;
        }

        var members = operation.In(MemberLocation.Body).ToList();
        return new JsonMap
        {
            { "required", members.Exists(member => member.Required) ? true : null },
            { "content", Content(OpenApiSchemas.Structure(members, spec.RefusesUnknownMembers)) },
        };
    }

    private static JsonMap Responses(SpecModel spec, HttpMapping operation)
    {
        var responses = new JsonMap
        {
            {
                "200", new JsonMap
                {
                    { "description", "The answer." },
                    { "content", Content(OpenApiSchemas.Reference(operation.Operation.Output!)) },
                }
            },
        };
        foreach (var status in OpenApiErrors.Of(spec, operation).GroupBy(error => error.Status).OrderBy(group => group.Key))
        {
            responses.Add(status.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), OpenApiErrors.Response(status.ToList()));
        }

        return responses;
    }

    private static JsonMap Content(JsonMap schema) => new() { { "application/json", new JsonMap { { "schema", schema } } } };
}
