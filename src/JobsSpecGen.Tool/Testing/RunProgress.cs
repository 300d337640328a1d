using JobsSpecGen.Conformance;
using JobsSpecGen.Tool.Terminal;
using Spectre.Console;

namespace JobsSpecGen.Tool.Testing;

/// <summary>Shows how far a run is: to people a bar for each kind of case, elsewhere a line for each kind that is finished.</summary>
internal static class RunProgress
{
    public static Task<ConformanceReport> WatchAsync(Screen screen, TestSettings settings, Func<IProgress<CaseProgress>, Task<ConformanceReport>> run) =>
        screen.Console is { } console ? WatchAsync(console, settings, run) : run(new Plain(screen, KindTally.Of(settings.Planned())));

    private static async Task<ConformanceReport> WatchAsync(IAnsiConsole console, TestSettings settings, Func<IProgress<CaseProgress>, Task<ConformanceReport>> run)
    {
        // Which cases there are is found by exploring the spec, which takes a moment.
        var tallies = await console.Status().StartAsync("Looking for the shortest way to every clause", _ => Task.Run(() => KindTally.Of(settings.Planned())));
        return await console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bars = tallies.ToDictionary(tally => tally.Kind, tally => context.AddTask(Wording.Of(tally.Kind), maxValue: tally.Total));
                return await run(new Bars(tallies, bars));
            });
    }

    /// <summary>Called by the run itself, one case after the other.</summary>
    private sealed class Plain(Screen screen, IReadOnlyList<KindTally> tallies) : IProgress<CaseProgress>
    {
        public void Report(CaseProgress value)
        {
            var tally = tallies.Single(tally => tally.Kind == value.Kind);
            tally.Note(value.Verdict);
            if (value.Verdict is not null && tally.IsFinished)
            {
                screen.Line(tally.ToString());
            }
        }
    }

    private sealed class Bars(IReadOnlyList<KindTally> tallies, Dictionary<CaseKind, ProgressTask> bars) : IProgress<CaseProgress>
    {
        public void Report(CaseProgress value)
        {
            var tally = tallies.Single(tally => tally.Kind == value.Kind);
            tally.Note(value.Verdict);
            bars[value.Kind].Value = tally.Tried;
        }
    }
}
