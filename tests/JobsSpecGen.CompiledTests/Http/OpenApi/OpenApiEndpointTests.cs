using System.Text.Json.Nodes;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Http.OpenApi;

/// <summary>The document that a server hands out describes that server.</summary>
public class OpenApiEndpointTests
{
    [Theory]
    [InlineData(null, "/openapi.json")]
    [InlineData("/docs/jobs", "/docs/jobs")]
    public async Task The_document_is_handed_out(string? pattern, string path)
    {
        await using var host = await HttpHost.StartAsync(app =>
        {
            if (pattern is null)
            {
                app.MapJobsDataPlaneOpenApi();
            }
            else
            {
                app.MapJobsDataPlaneOpenApi(pattern);
            }
        });
        using var answer = await host.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((200, "application/json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal(JobsDataPlaneOpenApi.Json.ToArray(), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_operation_that_it_names_is_there_and_answers_as_it_says()
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        var paths = JsonNode.Parse(JobsDataPlaneOpenApi.Json.ToArray())!["paths"]!.AsObject();
        var seen = new List<string>();
        foreach (var (path, methods) in paths)
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                var target = path.Replace("{thingName}", "thing-1", StringComparison.Ordinal).Replace("{jobId}", "job-1", StringComparison.Ordinal);
                var (status, type, _) = await jobs.Host.SendAsync(method.ToUpperInvariant(), target, operation!["requestBody"] is null ? null : """{"status":"FAILED"}""");
                var response = operation["responses"]![status.ToString(System.Globalization.CultureInfo.InvariantCulture)];
                Assert.NotNull(response);
                Assert.True(type is null || response["headers"]!["x-amzn-ErrorType"]!["schema"]!["enum"]!.AsArray().Any(name => name!.GetValue<string>() == type), type);
                seen.Add(operation["operationId"]!.GetValue<string>());
            }
        }

        Assert.Equal(["DescribeJobExecution", "GetPendingJobExecutions", "StartNextPendingJobExecution", "UpdateJobExecution"], seen.Order(StringComparer.Ordinal));
    }
}
