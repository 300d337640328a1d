namespace IotJobs.Quickstart;

/// <summary>Prints what happens: a numbered sentence, then each call with what came of it.</summary>
internal sealed class Narrator(IAnsiConsole console)
{
    private int _step;

    public static void WriteTitle(IAnsiConsole console, string title)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title}[/]");
        console.WriteLine(new string('=', title.Length));
    }

    public void Title(string title) => WriteTitle(console, title);

    public void Step(string sentence)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{++_step,2}. {sentence}[/]");
    }

    public void Answered(string call, string answer)
    {
        console.MarkupLineInterpolated($"      {call}");
        console.MarkupLineInterpolated($"      [green]-> {answer}[/]");
    }

    /// <summary>Makes a call that the service must refuse, and prints the refusal.</summary>
    public async Task RefusedAsync(string call, Func<Task> makeCall)
    {
        console.MarkupLineInterpolated($"      {call}");
        try
        {
            await makeCall();
        }
        catch (JobsDataPlaneException refusal)
        {
            console.MarkupLineInterpolated($"      [yellow]-> refused: {refusal.Code} (HTTP {refusal.HttpStatus})[/]");
            console.MarkupLineInterpolated($"         {refusal.Message}");
            if (refusal.Clause is { } clause)
            {
                console.MarkupLineInterpolated($"         [grey]by the clause {clause}[/]");
            }

            return;
        }

        throw new InvalidOperationException($"The service accepted what it must refuse: {call}");
    }
}
