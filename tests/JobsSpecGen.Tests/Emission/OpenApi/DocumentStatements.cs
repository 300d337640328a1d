using Microsoft.OpenApi;

namespace JobsSpecGen.Tests.Emission.OpenApi;

/// <summary>What an OpenAPI document says, as its reader understands it, in the words of <see cref="SpecStatements"/>.</summary>
internal static class DocumentStatements
{
    private static readonly string[] s_ofTheServer =
    [
        "ForbiddenException", "InternalFailure", "RequestEntityTooLargeException", "UnsupportedMediaTypeException",
        "IncompleteSignatureException", "MissingAuthenticationTokenException", "UnrecognizedClientException", "InvalidSignatureException",
    ];

    public static IEnumerable<string> Of(OpenApiDocument document)
    {
        yield return $"title {document.Info.Title}, version {document.Info.Version}";
        foreach (var (path, item) in document.Paths)
        {
            foreach (var statement in item.Operations!.SelectMany(pair => Of(path, pair.Key, pair.Value)))
            {
                yield return statement;
            }
        }

        foreach (var (name, schema) in document.Components!.Schemas!)
        {
            yield return $"{name}: {Constraints(schema)}";
            yield return $"{name} says {Says(schema)}";
            foreach (var (member, type) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                // What every error has is no member that the spec gives it.
                if (type is OpenApiSchemaReference)
                {
                    yield return $"{name} has {Member(member, type, schema.Required?.Contains(member) == true)}";
                }
            }
        }
    }

    private static IEnumerable<string> Of(string path, HttpMethod method, OpenApiOperation operation)
    {
        var name = operation.OperationId;
        yield return $"{name}: {method.Method.ToUpperInvariant()} {path}: {operation.Description}";
        yield return $"{name} answers {Reference(operation.Responses!["200"].Content!["application/json"].Schema!)}";
        foreach (var parameter in operation.Parameters ?? [])
        {
            yield return $"{name} takes {parameter.In.ToString()!.ToLowerInvariant()} {Member(parameter.Name!, parameter.Schema!, parameter.Required)}";
        }

        var body = operation.RequestBody?.Content!["application/json"].Schema;
        foreach (var (member, type) in body?.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            yield return $"{name} takes body {Member(member, type, body!.Required?.Contains(member) == true)}";
        }

        foreach (var (status, response) in operation.Responses.Where(pair => pair.Key != "200"))
        {
            var types = response.Headers!["x-amzn-ErrorType"].Schema!.Enum!.Select(value => value!.GetValue<string>());
            foreach (var type in types.Except(s_ofTheServer))
            {
                yield return $"{name} may answer {status} {type}";
            }

            var schema = response.Content!["application/json"].Schema!;
            foreach (var error in (schema.AnyOf is { Count: > 0 } several && schema is not OpenApiSchemaReference ? several : [schema]).OfType<OpenApiSchemaReference>())
            {
                yield return $"{name} may answer {status} {Reference(error)} in the body";
            }
        }
    }

    private static string Member(string name, IOpenApiSchema schema, bool isRequired)
    {
        var absent = schema.Default?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False ? $", {schema.Default.GetValue<bool>()} where absent" : "";
        return $"{name} of {Reference(schema)}{(isRequired ? ", required" : "")}{absent}";
    }

    private static string Constraints(IOpenApiSchema schema) => schema.Type switch
    {
        JsonSchemaType.String when schema.AnyOf is [{ } first, { } second] => $"string, {Reference(first)} or {Values(second)}",
        JsonSchemaType.String when schema.Enum is { Count: > 0 } => $"string {Values(schema)}",
        JsonSchemaType.String => $"string {schema.MinLength}..{schema.MaxLength} {schema.Pattern}",
        JsonSchemaType.Boolean => "boolean",
        JsonSchemaType.Integer => $"integer {schema.Minimum}..{schema.Maximum}",
        JsonSchemaType.Array => $"array of {Reference(schema.Items!)}, {schema.MinItems}..{schema.MaxItems}",
        JsonSchemaType.Object when schema.AdditionalProperties is { } element => $"object of {Reference(((OpenApiSchema)schema).PropertyNames!)}: {Reference(element)}, {schema.MinProperties}..{schema.MaxProperties}",
        _ => schema.AdditionalPropertiesAllowed ? "object" : "object, closed",
    };

    private static string Values(IOpenApiSchema schema) => string.Join('|', schema.Enum!.Select(value => value!.GetValue<string>()));

    /// <summary>The first sentence of a description is the spec's where it is one; units and values follow it.</summary>
    private static string Says(IOpenApiSchema schema) => schema.Description!.Split(" In milliseconds since ")[0].Split(" In seconds since ")[0] is var text && schema.Enum is { Count: > 0 }
        ? text[..text.IndexOf($" {schema.Enum[0]!.GetValue<string>()}: ", StringComparison.Ordinal)]
        : text;

    /// <summary>The shape that is referred to, which must be there.</summary>
    private static string Reference(IOpenApiSchema schema)
    {
        var reference = Assert.IsType<OpenApiSchemaReference>(schema);
        Assert.NotNull(reference.Target);
        return reference.Reference.Id!;
    }
}
