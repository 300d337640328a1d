using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests;

public class FaultyBackendTests
{
    /// <summary>These mistakes show in directed cases.</summary>
    private static ConformanceOptions Options => new() { RandomSequences = TestScale.Choose(full: 200, reduced: 10) };

    [Theory]
    [InlineData(DeskFault.WrongVersion, "update.version")]
    [InlineData(DeskFault.UpdateDoesNothing, "update.state")]
    [InlineData(DeskFault.StateNotWritten, "update.state")]
    [InlineData(DeskFault.NoteForgotten, "update.note-kept")]
    [InlineData(DeskFault.NoteNotWritten, "update.note")]
    [InlineData(DeskFault.RefusalWrites, "update.version-mismatch")]
    [InlineData(DeskFault.VersionIgnored, "update.version-mismatch")]
    [InlineData(DeskFault.WrongError, "update.version-mismatch")]
    [InlineData(DeskFault.WrongOrder, "list.open")]
    [InlineData(DeskFault.ListShowsDone, "list.open")]
    [InlineData(DeskFault.DoneCanBeReopened, "update.illegal")]
    [InlineData(DeskFault.SecondsInsteadOfMilliseconds, "ticket.opened")]
    [InlineData(DeskFault.ChangedAtNotStamped, "update.changed-at")]
    [InlineData(DeskFault.NoteLengthUnchecked, "Note.length")]
    [InlineData(DeskFault.TrailingNewlineAccepted, "TicketId.pattern")]
    [InlineData(DeskFault.TicketAlwaysInAnswer, "update.ticket-on-request")]
    [InlineData(DeskFault.StaleAnswer, "update.ticket-on-request")]
    [InlineData(DeskFault.WrongProjection, "get.answer")]
    [InlineData(DeskFault.NewestInsteadOfOldest, "oldest.order")]
    [InlineData(DeskFault.FirstInsteadOfLatest, "ticket.latest")]
    [InlineData(DeskFault.UnknownIsEmpty, "ticket.unknown")]
    [InlineData(DeskFault.NothingOpenThrows, "oldest.none")]
    [InlineData(DeskFault.UpdatesEveryDesk, "desk.isolation")]
    [InlineData(DeskFault.ListsEveryDesk, "desk.isolation")]
    [InlineData(DeskFault.DropDoesNothing, "ticket.dropped")]
    [InlineData(DeskFault.NumberUsedTwice, "ticket.opened")]
    [InlineData(DeskFault.ReadingWrites, "get.answer")]
    [InlineData(DeskFault.LongNamesRefused, "TicketId.length")]
    [InlineData(DeskFault.TitleNotKept, "ticket.opened")]
    [InlineData(DeskFault.EveryUpdateRefusedFromBusy, "update.state")]
    [InlineData(DeskFault.RequiredMemberForgotten, "Ticket.openedAt.required")]
    [InlineData(DeskFault.ChangedAtInSeconds, "update.changed-at")]
    [InlineData(DeskFault.ChangedAtGoesBack, "update.changed-at")]
    [InlineData(DeskFault.ChangedBeforeOpened, "update.changed-at")]
    [InlineData(DeskFault.GetShowsOtherTimes, "get.answer")]
    [InlineData(DeskFault.ListShowsOtherTimes, "list.answer")]
    public async Task Exactly_the_violated_clause_is_reported(DeskFault fault, string clause)
    {
        var report = await new ConformanceRun(DeskSuite.Instance, () => new DeskTarget(fault) { Options = Options }, fault.ToString())
            .ReportAsync(TestContext.Current.CancellationToken);

        Assert.False(report.Conforms);
        var violated = report.Clauses.Where(c => c.Verdict == Verdict.Violated).ToList();
        foreach (var failure in violated.SelectMany(v => v.Failures.DistinctBy(f => f.Summary).Take(2)))
        {
            TestContext.Current.TestOutputHelper?.WriteLine(failure.Message + "\n");
        }

        Assert.Empty(report.Cases.Where(c => c.Verdict == Verdict.Error).Select(c => c.Reason));
        Assert.Equal([clause], violated.Select(v => v.Clause.Id));
    }

    [Fact]
    public async Task Failure_message_has_all_sections_in_order()
    {
        var run = new ConformanceRun(DeskSuite.Instance, () => new DeskTarget(DeskFault.SecondsInsteadOfMilliseconds), "desk 1.0");
        var clause = await run.ClauseAsync("ticket.opened", TestContext.Current.CancellationToken);
        var message = clause.Failures[0].Message;
        string[] parts = ["ticket.opened (must): The rule ticket.opened holds.", "desk.yaml:218", "Trace:", "1. OpenTicket", "Failing request", "Expected (-) and actual (+):", "it looks like seconds", "State before", "Case:", "Raw outcome:", "backend desk 1.0"];
        var position = -1;
        foreach (var part in parts)
        {
            var next = message.IndexOf(part, StringComparison.Ordinal);
            Assert.True(next > position, $"'{part}' is missing or in the wrong order in:\n{message}");
            position = next;
        }
    }
}
