using System.Globalization;
using JobsSpecGen.Tool.ShippedSpecs;

namespace JobsSpecGen.Tool.Testing;

/// <summary>The command that makes a failure happen again.</summary>
internal static class ReplayCommand
{
    /// <param name="settings">How the run was made.</param>
    /// <param name="clause">The clause that is violated.</param>
    /// <param name="seed">What makes the same calls at random again; null where they are always the same.</param>
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

            // The key itself is a secret, which reports must not have.
            .. settings.Signer is { } signer ? (string[])["--credentials env --region", Quoted(signer.Region)] : [],
        ];
        return string.Join(' ', words);
    }

    private static string[] Optional(string option, string? value) => value is null ? [] : [option, Quoted(value)];

    private static string Quoted(string word) =>
        word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=') ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
