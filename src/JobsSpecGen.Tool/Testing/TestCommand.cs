using System.CommandLine;
using JobsSpecGen.Conformance;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Tool.ShippedSpecs;
using JobsSpecGen.Tool.Terminal;

namespace JobsSpecGen.Tool.Testing;

/// <summary><c>jobspec test</c>: runs the conformance suite of the shipped spec against a URL.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var options = new TestOptions();
        var command = new Command("test", "Tests whether a service conforms to the spec of the AWS IoT Jobs data plane. The service can be written in any language.\nThe exit code is 0 if it conforms, 1 if a 'must' clause is violated or the run differs from its baseline, 2 if it could not be tested, 3 if nothing was verified.");
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(options.Validate);
        command.SetAction((result, cancellationToken) => RunAsync(options, result, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(TestOptions options, ParseResult result, CancellationToken cancellationToken)
    {
        var screen = Screen.Of(result);
        var suite = Revisions.Suite(result.GetRequiredValue(options.Revision));
        if (result.GetValue(options.List))
        {
            ClauseList.Print(screen, suite.Spec);
            return ExitCode.Success;
        }

        try
        {
            var settings = options.Read(result);
            return (UnknownClause(settings) ?? await Reachability.CheckAsync(settings, cancellationToken)) is { } error
                ? Fail(error)
                : await TestAsync(screen, settings, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail("stopped before the end; there is no result.");
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Fail(exception.Message);
        }
    }

    private static async Task<int> TestAsync(Screen screen, TestSettings settings, CancellationToken cancellationToken)
    {
        var report = await RunProgress.WatchAsync(
            screen,
            settings,
            progress => new ConformanceRun(settings.Suite, () => ServiceTarget.Create(settings), settings.Name, progress: progress).ReportAsync(cancellationToken));
        RunResult.Print(screen, settings, report);
        if (settings.Reports is { } folder)
        {
            foreach (var file in await ConformanceReports.WriteAsync(report, folder, cancellationToken))
            {
                screen.Line($"report    {file}");
            }
        }

        screen.Line(RunResult.Summary(settings, report));
        return (int)report.Exit;
    }

    private static string? UnknownClause(TestSettings settings)
    {
        var ids = settings.Suite.Spec.Clauses.Select(clause => clause.Id).ToList();
        return settings.Options.Clauses?.FirstOrDefault(id => !ids.Contains(id)) is { } unknown
            ? $"the spec has no clause '{unknown}'.{Suggestion.For(unknown, ids)} `jobspec test --list` lists them all."
            : null;
    }

    private static int Fail(string message)
    {
        Screen.Error(message);
        return ExitCode.Error;
    }
}
