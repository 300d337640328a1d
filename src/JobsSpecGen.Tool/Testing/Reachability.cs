using System.Net.Http.Headers;

namespace JobsSpecGen.Tool.Testing;

/// <summary>Whether somebody is there at all, before hundreds of cases find out one by one.</summary>
internal static class Reachability
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Why nobody can be asked; null: somebody answers, whatever the answer.</summary>
    public static async Task<string?> MistakeAsync(TestSettings settings, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = s_patience };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("jobspec", null));
        try
        {
            using var answer = await http.GetAsync(settings.Endpoint, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return null;
        }
        catch (HttpRequestException exception)
        {
            return $"nobody answers at {settings.Endpoint}: {exception.Message}";
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"nobody answers at {settings.Endpoint} within {s_patience.TotalSeconds:0} seconds.";
        }
    }
}
