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
        Description = "Where the service is, with the path that goes before those of the spec, if there is one.",
        HelpName = "URL",
        CustomParser = ParseEndpoint,
    };

    public Option<string> Revision { get; } = Revisions.NewOption();

    public Option<bool> List { get; } = new("--list") { Description = "Lists the clauses of the spec, and tests nothing." };

    public Option<string[]> Clauses { get; } = new("--clause", "-c")
    {
        Description = "Tests this clause only; may be given several times. Scenarios, walks and random calls, which are about no single clause, are left out then.",
        HelpName = "ID",
    };

    public Option<string?> Seed { get; } = new("--seed") { Description = "Makes the random calls of a failure again; its message has the seed.", HelpName = "S" };

    public Option<int?> Runs { get; } = new("--runs") { Description = "How many sequences of calls at random. [default: 200]", HelpName = "N" };

    public Option<int?> Rounds { get; } = new("--rounds") { Description = "How many times several clients call at once. [default: 400]", HelpName = "N" };

    public Option<double?> CallTimeout { get; } = new("--timeout") { Description = "How long an answer may take. [default: 30]", HelpName = "SECONDS" };

    public Option<double> EnvironmentDelay { get; } = new("--environment-delay") { Description = "How long what was arranged may take to show in the service's answers. [default: 0]", HelpName = "SECONDS" };

    public Option<double> ClockTolerance { get; } = new("--clock-tolerance")
    {
        Description = "How far the clock of the service may be from this machine's.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 1,
    };

    public Option<string[]> Given { get; } = new("--given") { Description = "A value for a name in the spec's paths that is no member, such as an account; may be given several times.", HelpName = "NAME=VALUE" };

    public Option<string?> Arrange { get; } = new("--arrange") { Description = "A command that arranges situations, where the service cannot be asked for them as the spec says. It is started once and gets a line of JSON for each, {\"action\":\"CreateJobExecution\",\"request\":{...}}; it answers {} when that is done, {\"error\":\"NAME\"} if it is refused, {\"unsupported\":\"why\"} if it cannot be done.", HelpName = "COMMAND" };

    public Option<string?> ArrangeHttp { get; } = new("--arrange-http") { Description = "Arranges situations by requests, such as 'POST http://localhost:9000/test/{action}', with the input as the JSON body. 2xx means done, 501 that it cannot be done.", HelpName = "TEMPLATE" };

    public SigningOptions Signing { get; } = new("Signs the requests");

    public Option<string?> Baseline { get; } = new("--baseline") { Description = "The file with the known failures. A run that differs from it fails.", HelpName = "FILE" };

    public Option<bool> UpdateBaseline { get; } = new("--update-baseline") { Description = "Writes that file anew. Reasons that are in it are kept." };

    public Option<string?> Reports { get; } = new("--report") { Description = "The folder for reports: a page, Markdown, JSON, JUnit XML and a badge.", HelpName = "DIR" };

    public Option<string?> Name { get; } = new("--name") { Description = "What the reports call the service. [default: its host and port]", HelpName = "NAME" };

    public IEnumerable<Option> All =>
    [
        Endpoint, Revision, Clauses, List, Seed, Runs, Rounds, CallTimeout, EnvironmentDelay, ClockTolerance,
        Given, Arrange, ArrangeHttp, Signing.Credentials, Signing.Region, Baseline, UpdateBaseline, Reports, Name,
    ];

    /// <summary>What is wrong with the options taken together; what is wrong with one of them is told by itself.</summary>
    public void Validate(CommandResult result)
    {
        if (!result.GetValue(List) && result.GetResult(Endpoint) is null)
        {
            result.AddError("Say where the service is, with --endpoint URL.");
        }

        if (result.GetResult(Clauses) is not null && result.GetResult(Baseline) is not null)
        {
            result.AddError("A baseline is about all clauses; leave out --baseline or --clause.");
        }

        if (result.GetValue(UpdateBaseline) && result.GetResult(Baseline) is null)
        {
            result.AddError("Say which file to write, with --baseline FILE.");
        }

        if (result.GetResult(Arrange) is not null && result.GetResult(ArrangeHttp) is not null)
        {
            result.AddError("Situations are arranged in one way; leave out --arrange or --arrange-http.");
        }

        foreach (var option in (Option[])[Runs, Rounds, CallTimeout, EnvironmentDelay, ClockTolerance])
        {
            if (result.GetResult(option)?.Tokens is [{ Value: var text }] && double.TryParse(text, CultureInfo.InvariantCulture, out var number) && !(number is >= 0 and <= int.MaxValue / 1000))
            {
                result.AddError($"{option.Name} is a number from 0 to {int.MaxValue / 1000}, and is {text}.");
            }
        }

        foreach (var token in result.GetResult(Given)?.Tokens.Where(token => token.Value.IndexOf('=') < 1) ?? [])
        {
            result.AddError($"--given takes NAME=VALUE, and is '{token.Value}'.");
        }
    }

    /// <summary>The settings that they amount to. What is not said is taken from the environment variables of the engine, else its defaults.</summary>
    /// <exception cref="FormatException">An environment variable holds no number.</exception>
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
                RandomSequences = result.GetValue(Runs) ?? fromEnvironment.RandomSequences,
                ConcurrentRuns = result.GetValue(Rounds) ?? fromEnvironment.ConcurrentRuns,
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

        argument.AddError(string.Create(CultureInfo.InvariantCulture, $"The endpoint must be a URL such as http://localhost:8080, without a query, and is '{text}'."));
        return null;
    }
}
