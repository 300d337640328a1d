using System.Globalization;
using JobsSpecGen.Tool.ShippedSpecs;

namespace JobsSpecGen.Tool.Testing;

/// <summary>The command that reproduces a failure.</summary>
internal static class ReplayCommand
{
    /// <param name="settings">The settings of the run.</param>
    /// <param name="clause">The violated clause.</param>
    /// <param name="seed">The seed of the random calls; null if the test case is deterministic.</param>
    public static string Of(TestSettings settings, string clause, string? seed)
    {
        List<string> words =
        [
            "jobspec test --endpoint", Quoted(settings.Endpoint.ToString()),
            .. settings.Suite.Spec.Revision == Revisions.Latest ? (string[])[] : ["--revision", settings.Suite.Spec.Revision],
            .. seed is null ? ["--clause", clause] : (string[])["--seed", seed],
            .. settings.Given.SelectMany(pair => (string[])["--given", Quoted($"{pair.Key}={pair.Value}")]),
            .. Optional("--arrange", settings.ArrangeCommand),
            .. Optional("--arrange-http", settings.ArrangeHttp),
            .. Optional("--environment-delay", settings.EnvironmentDelay == TimeSpan.Zero ? null : settings.EnvironmentDelay.TotalSeconds.ToString(CultureInfo.InvariantCulture)),

            // The key itself is a secret and must not appear in reports.
            .. settings.Signer is { } signer ? (string[])["--credentials env --region", Quoted(signer.Region)] : [],
        ];
        return string.Join(' ', words);
    }

    private static string[] Optional(string option, string? value) => value is null ? [] : [option, Quoted(value)];

    private static string Quoted(string word) =>
        word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=') ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
