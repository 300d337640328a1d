using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using IotJobs.Remote.Wire;

namespace IotJobs.Remote;

/// <summary>
/// The jobs data plane of a host in another process. A call whose connection breaks ends in a <see cref="TimeoutException"/>:
/// whether it took effect is not known.
/// </summary>
/// <param name="address">
/// Where the next call goes. Asked anew for every call, so that a host may come back at another address, and several may share the work.
/// </param>
public sealed class RemoteJobs(Func<Uri> address) : IJobsDataPlane, IJobsDataPlaneEnvironment, IDisposable
{
    private static readonly JobsWire Json = JobsWire.Default;
    private readonly HttpClient _http = new();

    /// <inheritdoc/>
    public ValueTask<StartNextPendingJobExecutionResponse> StartNextPendingJobExecutionAsync(
        StartNextPendingJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, Json.StartNextPendingJobExecutionRequest, Json.StartNextPendingJobExecutionResponse, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<GetPendingJobExecutionsResponse> GetPendingJobExecutionsAsync(
        GetPendingJobExecutionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, Json.GetPendingJobExecutionsRequest, Json.GetPendingJobExecutionsResponse, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<UpdateJobExecutionResponse> UpdateJobExecutionAsync(
        UpdateJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, Json.UpdateJobExecutionRequest, Json.UpdateJobExecutionResponse, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DescribeJobExecutionResponse> DescribeJobExecutionAsync(
        DescribeJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(request, Json.DescribeJobExecutionRequest, Json.DescribeJobExecutionResponse, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask CreateJobExecutionAsync(CreateJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        await CallAsync(request, Json.CreateJobExecutionRequest, Json.WireDone, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask CancelJobExecutionAsync(CancelJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        await CallAsync(request, Json.CancelJobExecutionRequest, Json.WireDone, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask RemoveJobExecutionAsync(RemoveJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        await CallAsync(request, Json.RemoveJobExecutionRequest, Json.WireDone, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask DeleteJobExecutionAsync(DeleteJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        await CallAsync(request, Json.DeleteJobExecutionRequest, Json.WireDone, cancellationToken).ConfigureAwait(false);

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async ValueTask<TResponse> CallAsync<TRequest, TResponse>(
        TRequest request,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TResponse> responseType,
        CancellationToken cancellationToken,
        [CallerMemberName] string method = "")
    {
        var operation = method[..^"Async".Length];
        try
        {
            using var content = JsonContent.Create(request, requestType);
            using var response = await _http.PostAsync(new Uri(address(), operation), content, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? (await response.Content.ReadFromJsonAsync(responseType, cancellationToken).ConfigureAwait(false))!
                : throw await RefusalAsync(response, operation, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new TimeoutException($"The connection broke; whether {operation} took effect is not known.", broken);
        }
    }

    private static async Task<Exception> RefusalAsync(HttpResponseMessage response, string operation, CancellationToken cancellationToken) =>
        (int)response.StatusCode < 500
            ? (await response.Content.ReadFromJsonAsync(Json.WireError, cancellationToken).ConfigureAwait(false))!.ToException()
            : new InvalidOperationException($"The host failed {operation} with status {(int)response.StatusCode}.");
}
