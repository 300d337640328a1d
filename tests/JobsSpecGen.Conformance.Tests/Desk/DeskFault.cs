namespace JobsSpecGen.Conformance.Tests.Desk;

/// <summary>A way in which a backend of the desk can be wrong.</summary>
public enum DeskFault
{
    /// <summary>None.</summary>
    None,
    WrongVersion,
    UpdateDoesNothing,
    StateNotWritten,
    NoteForgotten,
    NoteNotWritten,
    RefusalWrites,
    VersionIgnored,
    WrongError,
    WrongOrder,
    ListShowsDone,
    DoneCanBeReopened,
    SecondsInsteadOfMilliseconds,
    ChangedAtNotStamped,
    NoteLengthUnchecked,
    TrailingNewlineAccepted,
    TicketAlwaysInAnswer,
    StaleAnswer,
    WrongProjection,
    NewestInsteadOfOldest,
    FirstInsteadOfLatest,
    UnknownIsEmpty,
    NothingOpenThrows,
    UpdatesEveryDesk,
    ListsEveryDesk,
    DropDoesNothing,
    NumberUsedTwice,
    ReadingWrites,
    LongNamesRefused,
    TitleNotKept,
    EveryUpdateRefusedFromBusy,
    RequiredMemberForgotten,
}
