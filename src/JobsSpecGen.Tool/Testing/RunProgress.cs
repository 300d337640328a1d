using JobsSpecGen.Conformance;
using JobsSpecGen.Tool.Terminal;
using Spectre.Console;

namespace JobsSpecGen.Tool.Testing;

/// <summary>Shows the progress of a run: on a terminal a bar for each kind of test case, elsewhere a line for each kind that is finished.</summary>
internal static class RunProgress
{
    public static Task<ConformanceReport> WatchAsync(Screen screen, TestSettings settings, Func<IProgress<CaseProgress>, Task<ConformanceReport>> run) =>
        screen.Console is { } console ? WatchAsync(console, settings, run) : run(new TextProgress(screen, CaseKindProgress.Of(settings.Planned())));

    private static async Task<ConformanceReport> WatchAsync(IAnsiConsole console, TestSettings settings, Func<IProgress<CaseProgress>, Task<ConformanceReport>> run)
    {
        // The plan comes from an exploration of the spec, which takes a moment.
        var kinds = await console.Status().StartAsync("Exploring the spec: searching the shortest trace to every clause", _ => Task.Run(() => CaseKindProgress.Of(settings.Planned())));
        return await console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bars = kinds.ToDictionary(kind => kind.Kind, kind => context.AddTask(DisplayText.Of(kind.Kind), maxValue: kind.Total));
                return await run(new BarProgress(kinds, bars));
            });
    }

    /// <summary>The run calls it sequentially, one test case after the other.</summary>
    private sealed class TextProgress(Screen screen, IReadOnlyList<CaseKindProgress> kinds) : IProgress<CaseProgress>
    {
        public void Report(CaseProgress value)
        {
            var kind = kinds.Single(kind => kind.Kind == value.Kind);
            kind.Record(value.Verdict);
            if (value.Verdict is not null && kind.IsFinished)
            {
                screen.Line(kind.ToString());
            }
        }
    }

    private sealed class BarProgress(IReadOnlyList<CaseKindProgress> kinds, Dictionary<CaseKind, ProgressTask> bars) : IProgress<CaseProgress>
    {
        public void Report(CaseProgress value)
        {
            var kind = kinds.Single(kind => kind.Kind == value.Kind);
            kind.Record(value.Verdict);
            bars[value.Kind].Value = kind.Started;
        }
    }
}
