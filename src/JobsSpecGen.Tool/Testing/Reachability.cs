using System.Net.Http.Headers;

namespace JobsSpecGen.Tool.Testing;

/// <summary>Checks that the service can be reached, before hundreds of test cases fail one by one.</summary>
internal static class Reachability
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    /// <summary>Returns the error message if no response arrives; null after any response.</summary>
    public static async Task<string?> CheckAsync(TestSettings settings, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = s_timeout };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("jobspec", null));
        try
        {
            using var response = await http.GetAsync(settings.Endpoint, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return null;
        }
        catch (HttpRequestException exception)
        {
            return $"no response from {settings.Endpoint}: {exception.Message}";
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no response from {settings.Endpoint} within {s_timeout.TotalSeconds:0} seconds.";
        }
    }
}
