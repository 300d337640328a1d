using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JobsSpecGen.Conformance;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace JobsSpecGen.CompiledTests.Http.Faults;

/// <summary>Mistakes on the wire, each made by something that stands before a right server. The behaviour stays right.</summary>
internal static class WireFaults
{
    /// <summary>One mistake or more for each rule.</summary>
    public static IReadOnlyDictionary<string, (WireRule Rule, RequestDelegateMiddleware Fault)> All { get; } = new Dictionary<string, (WireRule, RequestDelegateMiddleware)>
    {
        ["what cannot be read is taken for nothing"] = (WireRule.MalformedBody, Body(text => Parse(text) is JsonObject ? text : "{\"status\":\"SUCCEEDED\"}")),
        ["texts are read as truth values"] = (WireRule.WrongTypes, Body(text => text.Replace("\"true\"", "true", StringComparison.Ordinal))),
        ["a query that is no value is left out"] = (WireRule.WrongTypes, Query(query => query.Where(q => q.Value is not ("maybe" or "abc")))),
        ["fractions are cut off"] = (WireRule.Numbers, Body(text => System.Text.RegularExpressions.Regex.Replace(text, "(\\d)\\.5", "$1"))),
        ["whole numbers must be written plainly"] = (WireRule.Numbers, Refuse(text => text.Contains(".0", StringComparison.Ordinal))),
        ["the first of two members counts"] = (WireRule.DuplicateMembers, Body(FirstCounts)),
        ["unknown members are refused"] = (WireRule.UnknownMembers, Refuse(text => text.Contains("noSuchMember", StringComparison.Ordinal) && text.Length < 1000 && Parse(text) is not null)),
        ["anything is taken for JSON"] = (WireRule.ContentType, Before(context => context.Request.ContentType = "application/json")),
        ["JSON must say so"] = (WireRule.ContentType, Before(context => context.Request.ContentType ??= context.Request.ContentLength > 0 ? "text/plain" : null)),
        ["a body is required"] = (WireRule.EmptyBody, async (context, next) =>
        {
            if (context.Request is { Method: "PUT", ContentLength: 0 })
            {
                await RefuseAsync(context);
                return;
            }

            await next(context);
        }),
        ["%24 is not decoded"] = (WireRule.PathEncoding, Refuse(context => Target(context).Contains("%24next", StringComparison.Ordinal))),
        ["paths are decoded twice"] = (WireRule.PathEncoding, Before(context => Retarget(context, Target(context).Replace("%25", "%", StringComparison.Ordinal)))),
        ["unknown names in the query are refused"] = (WireRule.UnknownQuery, Refuse(context => context.Request.Query.ContainsKey("noSuchName"))),
        ["the first of two values in the query counts"] = (WireRule.RepeatedQuery, Query(query => query.DistinctBy(q => q.Key))),
        ["what is too much of a body is cut off"] = (WireRule.OversizeBody, Body(text => text.Length > 1_000_000 ? "{\"status\":\"SUCCEEDED\"}" : text)),
        ["DELETE reads"] = (WireRule.WrongMethod, Before(context => context.Request.Method = context.Request.Method == "DELETE" ? "GET" : context.Request.Method)),
        ["PATCH fails"] = (WireRule.WrongMethod, async (context, next) =>
        {
            if (context.Request.Method == "PATCH")
            {
                context.Response.StatusCode = 500;
                return;
            }

            await next(context);
        }),
        ["a slash at the end is another path"] = (WireRule.TrailingSlash, Refuse(context => context.Request.Path.Value!.EndsWith('/'))),
        ["errors have no name"] = (WireRule.ErrorType, After((response, body) =>
        {
            response.Headers.Remove("x-amzn-ErrorType");
            return Without(body, "code");
        })),
        ["header and body name different errors"] = (WireRule.ErrorType, After((response, body) => response.StatusCode == 404 ? With(body, "__type", "aws#TerminalStateException") : body)),
        ["every error has the status 400"] = (WireRule.ErrorStatus, After((response, body) =>
        {
            response.StatusCode = response.StatusCode is > 400 and < 500 ? 400 : response.StatusCode;
            return body;
        })),
        ["an answer has a member of a later revision"] = (WireRule.AnswerMembers, After((response, body) => response.StatusCode == 200 ? With(body, "approximateSecondsBeforeTimedOut", 540) : body)),
        ["numbers are texts"] = (WireRule.AnswerNumbers, After((_, body) => System.Text.RegularExpressions.Regex.Replace(body, "\"versionNumber\":(\\d+)", "\"versionNumber\":\"$1\""))),
        ["numbers are fractions"] = (WireRule.AnswerNumbers, After((_, body) => System.Text.RegularExpressions.Regex.Replace(body, "\"executionNumber\":(\\d+)", "\"executionNumber\":$1.0"))),
        ["answers say that they are text"] = (WireRule.AnswerContentType, After((response, body) =>
        {
            response.ContentType = "text/plain";
            return body;
        })),
    };

    /// <summary>What stands before the server.</summary>
    public delegate Task RequestDelegateMiddleware(HttpContext context, RequestDelegate next);

    /// <summary>Puts a mistake before all endpoints.</summary>
    public static void Use(this IApplicationBuilder app, RequestDelegateMiddleware fault) => app.Use(next => context => fault(context, next));

    private static RequestDelegateMiddleware Before(Action<HttpContext> change) => async (context, next) =>
    {
        change(context);
        await next(context);
    };

    private static RequestDelegateMiddleware Body(Func<string, string> change) => async (context, next) =>
    {
        if (await ReadAsync(context) is { Length: > 0 } text)
        {
            var changed = Encoding.Latin1.GetBytes(change(text));
            context.Request.Body = new MemoryStream(changed);
            context.Request.ContentLength = changed.Length;
        }

        await next(context);
    };

    private static RequestDelegateMiddleware Query(Func<IEnumerable<KeyValuePair<string, string>>, IEnumerable<KeyValuePair<string, string>>> change) => Before(context =>
    {
        var pairs = context.Request.QueryString.Value?.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p[1])) ?? [];
        context.Request.QueryString = new("?" + string.Join('&', change(pairs).Select(p => $"{p.Key}={p.Value}")));
    });

    private static RequestDelegateMiddleware Refuse(Func<string, bool> isRefused) => async (context, next) =>
    {
        if (isRefused(await ReadAsync(context)))
        {
            await RefuseAsync(context);
            return;
        }

        await next(context);
    };

    private static RequestDelegateMiddleware Refuse(Func<HttpContext, bool> isRefused) => async (context, next) =>
    {
        if (isRefused(context))
        {
            await RefuseAsync(context);
            return;
        }

        await next(context);
    };

    /// <summary>Changes answers; the change sees the status and the body.</summary>
    private static RequestDelegateMiddleware After(Func<HttpResponse, string, string> change) => async (context, next) =>
    {
        var body = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        await next(context);
        context.Response.Body = body;
        var changed = Encoding.UTF8.GetBytes(change(context.Response, Encoding.UTF8.GetString(buffer.ToArray())));
        context.Response.ContentLength = changed.Length;
        await body.WriteAsync(changed);
    };

    private static async Task<string> ReadAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        context.Request.Body = new MemoryStream(buffer.ToArray());
        return Encoding.Latin1.GetString(buffer.ToArray());
    }

    private static async Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = 400;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-ErrorType"] = "InvalidRequestException";
        await context.Response.WriteAsync("{\"message\":\"no\"}");
    }

    private static string Target(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private static void Retarget(HttpContext context, string target)
    {
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Request.Path = Uri.UnescapeDataString(target.Split('?')[0]);
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string FirstCounts(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return "{" + string.Join(',', document.RootElement.EnumerateObject().DistinctBy(p => p.Name).Select(p => $"\"{p.Name}\":{p.Value.GetRawText()}")) + "}";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return text;
        }
    }

    private static string With(string body, string name, JsonNode value)
    {
        var json = (JsonObject)JsonNode.Parse(body)!;
        json[name] = value;
        return json.ToJsonString();
    }

    private static string Without(string body, string name)
    {
        if (body.Length == 0 || JsonNode.Parse(body) is not JsonObject json)
        {
            return body;
        }

        json.Remove(name);
        return json.ToJsonString();
    }
}
