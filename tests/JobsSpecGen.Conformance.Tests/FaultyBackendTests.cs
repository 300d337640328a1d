using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests;

public class FaultyBackendTests
{
    /// <summary>These mistakes show in directed cases.</summary>
    private static ConformanceOptions Options => new() { RandomSequences = TestScale.Choose(full: 200, reduced: 10) };

    private static readonly (DeskFault Fault, string Clause)[] s_faults =
    [
        (DeskFault.WrongVersion, "update.version"),
        (DeskFault.UpdateDoesNothing, "update.state"),
        (DeskFault.StateNotWritten, "update.state"),
        (DeskFault.NoteForgotten, "update.note-kept"),
        (DeskFault.NoteNotWritten, "update.note"),
        (DeskFault.RefusalWrites, "update.version-mismatch"),
        (DeskFault.VersionIgnored, "update.version-mismatch"),
        (DeskFault.WrongError, "update.version-mismatch"),
        (DeskFault.WrongOrder, "list.open"),
        (DeskFault.ListShowsDone, "list.open"),
        (DeskFault.DoneCanBeReopened, "update.illegal"),
        (DeskFault.SecondsInsteadOfMilliseconds, "ticket.opened"),
        (DeskFault.ChangedAtNotStamped, "update.changed-at"),
        (DeskFault.NoteLengthUnchecked, "Note.length"),
        (DeskFault.TrailingNewlineAccepted, "TicketId.pattern"),
        (DeskFault.TicketAlwaysInAnswer, "update.ticket-on-request"),
        (DeskFault.StaleAnswer, "update.ticket-on-request"),
        (DeskFault.WrongProjection, "get.answer"),
        (DeskFault.NewestInsteadOfOldest, "oldest.order"),
        (DeskFault.FirstInsteadOfLatest, "ticket.latest"),
        (DeskFault.UnknownIsEmpty, "ticket.unknown"),
        (DeskFault.NothingOpenThrows, "oldest.none"),
        (DeskFault.UpdatesEveryDesk, "desk.isolation"),
        (DeskFault.ListsEveryDesk, "desk.isolation"),
        (DeskFault.DropDoesNothing, "ticket.dropped"),
        (DeskFault.NumberUsedTwice, "ticket.opened"),
        (DeskFault.ReadingWrites, "get.answer"),
        (DeskFault.LongNamesRefused, "TicketId.length"),
        (DeskFault.TitleNotKept, "ticket.opened"),
        (DeskFault.EveryUpdateRefusedFromBusy, "update.state"),
        (DeskFault.RequiredMemberForgotten, "Ticket.openedAt.required"),
        (DeskFault.ChangedAtInSeconds, "update.changed-at"),
        (DeskFault.ChangedAtGoesBack, "update.changed-at"),
        (DeskFault.ChangedBeforeOpened, "update.changed-at"),
        (DeskFault.GetShowsOtherTimes, "get.answer"),
        (DeskFault.ListShowsOtherTimes, "list.answer"),
    ];

    public static TheoryData<DeskFault, string> Faults => [.. TestScale.EveryNth(3, s_faults)];

    [Theory]
    [MemberData(nameof(Faults))]
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
