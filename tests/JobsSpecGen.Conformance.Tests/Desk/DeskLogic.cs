namespace JobsSpecGen.Conformance.Tests.Desk;

/// <summary>One step of the desk, with or without a defect.</summary>
internal sealed class DeskLogic(DeskState before, SpecCall call, long now, DeskFault fault, Func<string, long> nextNumber)
{
    private readonly List<int> _points = [];
    private readonly List<int> _faults = [];
    private DeskState _state = before;
    private readonly DeskState _before = before;

    public StepReport Run()
    {
        var violations = DeskValidator.Validate(call.Operation + "Request", call.Request).Where(v => !IsIgnored(v)).ToList();
        if (fault == DeskFault.LongNamesRefused && Text("ticketId") is { Length: > 19 } longest && longest != "$oldest")
        {
            violations.Add(new("TicketId.length", "ticketId", "too long"));
        }

        if (violations.Count > 0)
        {
            return new(_before, null, new("BadRequest", new([]), violations), [], []);
        }

        return call.Operation switch
        {
            "GetTicket" => Get(),
            "ListTickets" => List(),
            "UpdateTicket" => Update(),
            "OpenTicket" => Open(),
            _ => Drop(),
        };
    }

    private bool IsIgnored(ConstraintViolation violation) =>
        (fault == DeskFault.NoteLengthUnchecked && violation.Clause == "Note.length")
        || (fault == DeskFault.TrailingNewlineAccepted && violation.Clause == "TicketId.pattern" && Text("ticketId")!.EndsWith('\n'));

    private StepReport Get()
    {
        if (fault == DeskFault.ReadingWrites)
        {
            _state = new(_state.Tickets.ConvertAll(t => t with { Version = t.Version + 1 }));
        }

        TicketRow? row;
        if (Text("ticketId") == "$oldest")
        {
            var open = _state.Tickets.Where(t => t.State != "DONE").OrderBy(t => t.OpenedAt).ToList();
            row = fault == DeskFault.NewestInsteadOfOldest ? open.LastOrDefault() : open.FirstOrDefault();
            if (row is null)
            {
                Pass(PointKind.AnsweredInstead, "oldest.none");
                return fault == DeskFault.NothingOpenThrows ? throw new InvalidOperationException("Sequence contains no elements") : Answer(new([]));
            }

            Pass(_state.Tickets.Count > 1 ? PointKind.Chose : PointKind.Found, "oldest.order");
        }
        else if ((row = Find()) is null)
        {
            return fault == DeskFault.UnknownIsEmpty ? Answer(new([])) : Refuse("ticket.unknown", "NotFound");
        }

        Pass(PointKind.Answered, "get.answer");
        return Answer(Record("ticket", fault == DeskFault.WrongProjection ? (row with { Note = "wrong" }).ToValue() : Shown(row, DeskFault.GetShowsOtherTimes).ToValue()));
    }

    private StepReport List()
    {
        var open = _state.Tickets.Where(t => fault == DeskFault.ListShowsDone || t.State != "DONE").OrderBy(t => t.OpenedAt).Select(t => (SpecValue)Shown(t, DeskFault.ListShowsOtherTimes).ToValue()).ToList();
        if (open.Count > 0 && _state.Tickets.Count > 1)
        {
            Pass(PointKind.Listed, "list.open");
        }

        if (fault == DeskFault.WrongOrder)
        {
            open.Reverse();
        }

        Pass(PointKind.Answered, "list.answer");
        return Answer(Record("open", new SpecValue.Sequence(open)));
    }

    private StepReport Update()
    {
        if (Find() is not { } row)
        {
            return Refuse("ticket.unknown", "NotFound");
        }

        var state = Text("state")!;
        var mismatch = call.Request["expectedVersion"] is SpecValue.Integer expected && expected.Value != row.Version && fault != DeskFault.VersionIgnored;
        var illegal = (row.State == "DONE" && fault != DeskFault.DoneCanBeReopened) || state == "OPEN" || (fault == DeskFault.EveryUpdateRefusedFromBusy && row.State == "BUSY");
        if (mismatch && illegal)
        {
            _faults.Add(DeskPoints.Index("UpdateTicket", PointKind.Refused, "update.illegal"));
        }

        if (mismatch || illegal)
        {
            var report = mismatch
                ? Refuse("update.version-mismatch", fault == DeskFault.WrongError ? "NotFound" : "VersionMismatch", row)
                : Refuse("update.illegal", "IllegalMove", row);
            return fault == DeskFault.RefusalWrites && mismatch ? report with { State = Replace(row, row with { Version = row.Version + 1 }) } : report;
        }

        return Updated(row, state);
    }

    private StepReport Updated(TicketRow row, string state)
    {
        var next = row with { State = fault == DeskFault.StateNotWritten ? row.State : state };
        PassIf(row.State != state, PointKind.Wrote, "update.state");
        if (call.Request["note"] is SpecValue.Text note)
        {
            PassIf(row.Note != note.Value, PointKind.Wrote, "update.note");
            next = next with { Note = fault == DeskFault.NoteNotWritten ? next.Note : note.Value };
        }
        else
        {
            PassIf(row.Note is not null, PointKind.Kept, "update.note-kept");
            next = next with { Note = fault == DeskFault.NoteForgotten ? null : row.Note };
        }

        if (call.Request["tags"] is SpecValue.Record tags)
        {
            var stored = tags.Members.Count == 0 ? SpecValue.Absent : tags;
            PassIf(!row.Tags.Equals(stored), PointKind.Wrote, "update.tags");
            next = next with { Tags = stored };
        }

        Pass(PointKind.Wrote, "update.version");
        Pass(PointKind.Wrote, "update.changed-at");
        next = next with { Version = row.Version + (fault == DeskFault.WrongVersion ? 2 : 1), ChangedAt = Stamp(row) };
        if (fault != DeskFault.UpdateDoesNothing)
        {
            _state = Replace(row, next);
        }

        var isRequested = call.Request["includeTicket"] is SpecValue.Boolean { Value: true };
        Pass(isRequested ? PointKind.Present : PointKind.LeftOut, "update.ticket-on-request");
        Pass(PointKind.Answered, "update.answer");
        return Answer(isRequested || fault == DeskFault.TicketAlwaysInAnswer ? Record("ticket", (fault == DeskFault.StaleAnswer ? row : next).ToValue()) : new([]));
    }

    private long Stamp(TicketRow row) => fault switch
    {
        DeskFault.ChangedAtNotStamped => row.ChangedAt,
        DeskFault.ChangedAtInSeconds => now / 1000,
        DeskFault.ChangedAtGoesBack => row.ChangedAt - 1,
        DeskFault.ChangedBeforeOpened => row.OpenedAt - 10,
        _ => now,
    };

    /// <summary>The ticket in a response. With the given fault its time is different in each response.</summary>
    private TicketRow Shown(TicketRow row, DeskFault otherTimes) => fault == otherTimes ? row with { OpenedAt = row.OpenedAt + (nextNumber(row.Id) % 100) } : row;

    private StepReport Open()
    {
        var id = Text("ticketId")!;
        if (_state.Tickets.Any(t => t.Id == id && t.State != "DONE"))
        {
            return Refuse(null, "IllegalMove");
        }

        Pass(PointKind.Created, "ticket.opened");
        var title = fault == DeskFault.TitleNotKept ? "" : Text("title")!;
        var stamp = fault == DeskFault.SecondsInsteadOfMilliseconds ? now / 1000 : now;
        _state = new(_state.Tickets.Add(new(id, nextNumber(id), "OPEN", title, null, SpecValue.Absent, stamp, stamp, 1)));
        return new(_state, null, null, _points, []);
    }

    private StepReport Drop()
    {
        if (_state.Tickets.Where(t => t.Id == Text("ticketId")).MaxBy(t => t.Number) is not { } row)
        {
            return Refuse(null, "NotFound");
        }

        Pass(PointKind.Removed, "ticket.dropped");
        return new(fault == DeskFault.DropDoesNothing ? _state : new(_state.Tickets.Remove(row)), null, null, _points, []);
    }

    private TicketRow? Find()
    {
        var found = _state.Tickets.Where(t => t.Id == Text("ticketId") && (call.Request["number"] is not SpecValue.Integer n || n.Value == t.Number)).OrderByDescending(t => t.Number).ThenByDescending(t => t.OpenedAt).ToList();
        if (found.Count > 0)
        {
            Pass(found.Count > 1 || _state.Tickets.Count > 1 ? PointKind.Chose : PointKind.Found, "ticket.latest");
        }

        return fault == DeskFault.FirstInsteadOfLatest ? found.LastOrDefault() : found.FirstOrDefault();
    }

    private DeskState Replace(TicketRow row, TicketRow next) => new(_state.Tickets.Replace(row, next));

    private StepReport Answer(SpecValue.Record answer) => new(_state, answer, null, _points, []);

    private StepReport Refuse(string? clause, string error, TicketRow? row = null)
    {
        Pass(PointKind.Refused, clause);
        _faults.Insert(0, _points[^1]);
        return new(_before, null, new(error, row is null ? new([]) : Record("ticket", row.ToValue()), []), _points, _faults);
    }

    private void PassIf(bool condition, PointKind kind, string clause)
    {
        if (condition)
        {
            Pass(kind, clause);
        }
    }

    private void Pass(PointKind kind, string? clause) => _points.Add(DeskPoints.Index(call.Operation, kind, clause));

    private string? Text(string member) => (call.Request[member] as SpecValue.Text)?.Value;

    private static SpecValue.Record Record(string name, SpecValue value) => new([new(name, value)]);
}
