using System.Text.Json.Serialization.Metadata;
using IotJobs.Remote.Wire;

namespace IotJobs.Host;

/// <summary>One POST an operation: the request record comes in as JSON, the answer or the refusal goes out.</summary>
internal static class Endpoints
{
    private static readonly JobsWire Json = JobsWire.Default;
    private static readonly WireDone Done = new();

    public static void MapJobs(this IEndpointRouteBuilder routes, IJobsDataPlane jobs, IJobsDataPlaneEnvironment environment)
    {
        routes.Map("StartNextPendingJobExecution", Json.StartNextPendingJobExecutionRequest, Json.StartNextPendingJobExecutionResponse, jobs.StartNextPendingJobExecutionAsync);
        routes.Map("GetPendingJobExecutions", Json.GetPendingJobExecutionsRequest, Json.GetPendingJobExecutionsResponse, jobs.GetPendingJobExecutionsAsync);
        routes.Map("UpdateJobExecution", Json.UpdateJobExecutionRequest, Json.UpdateJobExecutionResponse, jobs.UpdateJobExecutionAsync);
        routes.Map("DescribeJobExecution", Json.DescribeJobExecutionRequest, Json.DescribeJobExecutionResponse, jobs.DescribeJobExecutionAsync);
        routes.Map("CreateJobExecution", Json.CreateJobExecutionRequest, environment.CreateJobExecutionAsync);
        routes.Map("CancelJobExecution", Json.CancelJobExecutionRequest, environment.CancelJobExecutionAsync);
        routes.Map("RemoveJobExecution", Json.RemoveJobExecutionRequest, environment.RemoveJobExecutionAsync);
        routes.Map("DeleteJobExecution", Json.DeleteJobExecutionRequest, environment.DeleteJobExecutionAsync);
    }

    private static void Map<TRequest>(
        this IEndpointRouteBuilder routes, string operation, JsonTypeInfo<TRequest> requestType, Func<TRequest, CancellationToken, ValueTask> action) =>
        routes.Map(operation, requestType, Json.WireDone, async (request, cancellationToken) =>
        {
            await action(request, cancellationToken);
            return Done;
        });

    private static void Map<TRequest, TResponse>(
        this IEndpointRouteBuilder routes,
        string operation,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TResponse> responseType,
        Func<TRequest, CancellationToken, ValueTask<TResponse>> answer) => routes.MapPost("/" + operation, async context =>
    {
        try
        {
            var request = await context.Request.ReadFromJsonAsync(requestType, context.RequestAborted);
            await context.Response.WriteAsJsonAsync(await answer(request!, context.RequestAborted), responseType);
        }
        catch (JobsDataPlaneException refusal)
        {
            context.Response.StatusCode = refusal.HttpStatus;
            await context.Response.WriteAsJsonAsync(WireError.Of(refusal), Json.WireError);
        }
    });
}
