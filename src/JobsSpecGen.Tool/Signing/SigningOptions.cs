using System.CommandLine;
using IotJobsData;

namespace JobsSpecGen.Tool.Signing;

/// <summary>The options for the key and the region of signatures.</summary>
/// <param name="what">What the command does with the key, for the description.</param>
internal sealed class SigningOptions(string what)
{
    private const string FromEnvironment = "env";
    private const string IdVariable = "AWS_ACCESS_KEY_ID";
    private const string SecretVariable = "AWS_SECRET_ACCESS_KEY";
    private const string TokenVariable = "AWS_SESSION_TOKEN";

    public Option<JobsDataPlaneSigV4Credentials?> Credentials { get; } = new("--credentials")
    {
        Description = $"{what} (AWS Signature Version 4). '{FromEnvironment}' reads the key from {IdVariable}, {SecretVariable} and {TokenVariable}, where other users of this machine cannot see it.",
        HelpName = $"ACCESS:SECRET|{FromEnvironment}",
        CustomParser = result =>
        {
            var (key, mistake) = Parse(result.Tokens[0].Value);
            if (mistake is not null)
            {
                result.AddError(mistake);
            }

            return key;
        },
    };

    public Option<string> Region { get; } = new("--region") { Description = "The region of the signatures.", HelpName = "NAME", DefaultValueFactory = _ => "us-east-1" };

    private static (JobsDataPlaneSigV4Credentials? Key, string? Mistake) Parse(string text)
    {
        if (text == FromEnvironment)
        {
            return Variable(IdVariable) is { } id && Variable(SecretVariable) is { } secret
                ? (new(id, secret, Variable(TokenVariable)), null)
                : (null, $"--credentials {FromEnvironment} needs {IdVariable} and {SecretVariable} in the environment.");
        }

        // The text may be a secret; messages must not contain it.
        return text.Split(':', 2) is [{ Length: > 0 } access, { Length: > 0 } key]
            ? (new(access, key), null)
            : (null, $"--credentials must be ACCESS:SECRET or '{FromEnvironment}'.");
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
