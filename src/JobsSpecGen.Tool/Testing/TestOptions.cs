using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using JobsSpecGen.Conformance;
using JobsSpecGen.Tool.ShippedSpecs;
using JobsSpecGen.Tool.Signing;

namespace JobsSpecGen.Tool.Testing;

/// <summary>The options of <c>jobspec test</c>.</summary>
internal sealed class TestOptions
{
    public Option<Uri?> Endpoint { get; } = new("--endpoint", "-e")
    {
        Description = "The URL of the service, including the base path that precedes the paths of the spec, if any.",
        HelpName = "URL",
        CustomParser = ParseEndpoint,
    };

    public Option<string> Revision { get; } = Revisions.NewOption();

    public Option<bool> List { get; } = new("--list") { Description = "Lists the clauses of the spec without testing." };

    public Option<string[]> Clauses { get; } = new("--clause", "-c")
    {
        Description = "Tests only this clause; may be repeated. Test cases without a single clause (scenarios, walks, random calls) are not run then.",
        HelpName = "ID",
    };

    public Option<string?> Seed { get; } = new("--seed") { Description = "Repeats the random calls of a failure. The message of the failure has the seed.", HelpName = "S" };

    public Option<int?> RandomSequences { get; } = new("--random-sequences") { Description = "The number of random sequences of calls. [default: 200]", HelpName = "N" };

    public Option<int?> ConcurrentRuns { get; } = new("--concurrent-runs") { Description = "The number of runs with concurrent clients. [default: 400]", HelpName = "N" };

    public Option<double?> CallTimeout { get; } = new("--timeout") { Description = "The timeout of a call. [default: 30]", HelpName = "SECONDS" };

    public Option<double> EnvironmentDelay { get; } = new("--environment-delay") { Description = "The maximum delay until an environment action is visible in responses of the service. [default: 0]", HelpName = "SECONDS" };

    public Option<double> ClockTolerance { get; } = new("--clock-tolerance")
    {
        Description = "The maximum difference between the clocks of the service and of this machine.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 1,
    };

    public Option<string[]> Given { get; } = new("--given") { Description = "A value for a placeholder in the spec's paths that is not a member, such as an account; may be repeated.", HelpName = "NAME=VALUE" };

    public Option<string?> Arrange { get; } = new("--arrange") { Description = "A command that performs the environment actions, for services that do not offer them over HTTP as in the spec. It is started once and reads one line of JSON for each action, {\"action\":\"CreateJobExecution\",\"request\":{...}}. It responds with a line: {} for success, {\"error\":\"NAME\"} for a rejection, {\"unsupported\":\"why\"} if it cannot perform the action.", HelpName = "COMMAND" };

    public Option<string?> ArrangeHttp { get; } = new("--arrange-http") { Description = "Performs the environment actions by HTTP requests, such as 'POST http://localhost:9000/test/{action}', with the input as the JSON body. The status code 2xx means success, 501 that the action is not supported.", HelpName = "TEMPLATE" };

    public SigningOptions Signing { get; } = new("Signs the requests");

    public Option<string?> Baseline { get; } = new("--baseline") { Description = "The file with the known failures. A run with other failures fails.", HelpName = "FILE" };

    public Option<bool> UpdateBaseline { get; } = new("--update-baseline") { Description = "Rewrites the baseline file. Its reasons are kept." };

    public Option<string?> Reports { get; } = new("--report") { Description = "The folder for reports: HTML, Markdown, JSON, JUnit XML and a badge.", HelpName = "DIR" };

    public Option<string?> Name { get; } = new("--name") { Description = "The name of the service in reports. [default: its host and port]", HelpName = "NAME" };

    public IEnumerable<Option> All =>
    [
        Endpoint, Revision, Clauses, List, Seed, RandomSequences, ConcurrentRuns, CallTimeout, EnvironmentDelay, ClockTolerance,
        Given, Arrange, ArrangeHttp, Signing.Credentials, Signing.Region, Baseline, UpdateBaseline, Reports, Name,
    ];

    /// <summary>Validates combinations of options, and the ranges of numbers.</summary>
    public void Validate(CommandResult result)
    {
        if (!result.GetValue(List) && result.GetResult(Endpoint) is null)
        {
            result.AddError("--endpoint URL is required.");
        }

        if (result.GetResult(Clauses) is not null && result.GetResult(Baseline) is not null)
        {
            result.AddError("A baseline covers all clauses; omit --baseline or --clause.");
        }

        if (result.GetValue(UpdateBaseline) && result.GetResult(Baseline) is null)
        {
            result.AddError("--update-baseline needs --baseline FILE.");
        }

        if (result.GetResult(Arrange) is not null && result.GetResult(ArrangeHttp) is not null)
        {
            result.AddError("--arrange and --arrange-http exclude each other; omit one.");
        }

        foreach (var option in (Option[])[RandomSequences, ConcurrentRuns, CallTimeout, EnvironmentDelay, ClockTolerance])
        {
            if (result.GetResult(option)?.Tokens is [{ Value: var text }] && double.TryParse(text, CultureInfo.InvariantCulture, out var number) && !(number is >= 0 and <= int.MaxValue / 1000))
            {
                result.AddError($"{option.Name} must be a number from 0 to {int.MaxValue / 1000}, but is {text}.");
            }
        }

        foreach (var token in result.GetResult(Given)?.Tokens.Where(token => token.Value.IndexOf('=') < 1) ?? [])
        {
            result.AddError($"--given must be NAME=VALUE, but is '{token.Value}'.");
        }
    }

    /// <summary>Reads the settings. Missing options come from the environment variables of the engine, or else from its defaults.</summary>
    /// <exception cref="FormatException">An environment variable is not a number.</exception>
    public TestSettings Read(ParseResult result)
    {
        var fromEnvironment = ConformanceOptions.FromEnvironment();
        var endpoint = result.GetValue(Endpoint)!;
        var settings = new TestSettings(
            Revisions.Suite(result.GetRequiredValue(Revision)),
            endpoint,
            result.GetValue(Name) ?? endpoint.Authority,
            fromEnvironment with
            {
                Seed = result.GetValue(Seed) ?? fromEnvironment.Seed,
                RandomSequences = result.GetValue(RandomSequences) ?? fromEnvironment.RandomSequences,
                ConcurrentRuns = result.GetValue(ConcurrentRuns) ?? fromEnvironment.ConcurrentRuns,
                CallTimeout = result.GetValue(CallTimeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : fromEnvironment.CallTimeout,
                Clauses = result.GetValue(Clauses),
                BaselineFile = result.GetValue(Baseline) ?? fromEnvironment.BaselineFile,
                UpdateBaseline = result.GetValue(UpdateBaseline) || fromEnvironment.UpdateBaseline,
                ReportsFolder = null,
            })
        {
            EnvironmentDelay = TimeSpan.FromSeconds(result.GetValue(EnvironmentDelay)),
            ClockTolerance = TimeSpan.FromSeconds(result.GetValue(ClockTolerance)),
            Given = (result.GetValue(Given) ?? []).Select(pair => pair.Split('=', 2)).GroupBy(pair => pair[0]).ToDictionary(pairs => pairs.Key, pairs => pairs.Last()[1]),
            ArrangeCommand = result.GetValue(Arrange),
            ArrangeHttp = result.GetValue(ArrangeHttp),
            Signer = result.GetValue(Signing.Credentials) is { } key ? new(key, result.GetRequiredValue(Signing.Region)) : null,
            Reports = result.GetValue(Reports) ?? fromEnvironment.ReportsFolder,
        };
        return settings with { Options = settings.Options with { Replay = (clause, seed) => ReplayCommand.Of(settings, clause, seed) } };
    }

    private static Uri? ParseEndpoint(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https" && endpoint is { Query: "", Fragment: "" })
        {
            return endpoint;
        }

        argument.AddError(string.Create(CultureInfo.InvariantCulture, $"The endpoint must be a URL such as http://localhost:8080, without a query, but is '{text}'."));
        return null;
    }
}
