"""What the service of faulty_server.py remembers and does, and the mistakes that it can make."""
import threading
import time

FAULTS = {
    "expected-version-ignored": "update.version-mismatch",
    "mismatch-writes": "update.version-mismatch",
    "ended-is-described": "describe.terminal",
    "ended-is-updated": "update.terminal",
    "next-is-newest": "next.order",
    "start-starts-again": "start-next.again",
    "version-stands-still": "update.version",
    "details-are-merged": "update.details-replaced",
    "empty-details-are-ignored": "update.details-cleared",
    "document-always": "describe.document-on-request",
    "times-in-seconds": "execution.queued",
    "newline-ends-names": "ThingName.pattern",
    "things-share": "thing.isolation",
    "check-then-act": "thing.atomicity",
    "error-type-missing": "wire.error-type",
    "error-type-in-other-header": "wire.error-type",
    "error-is-always-400": "wire.error-status",
    "versions-as-text": "wire.answer-numbers",
    "times-as-floats": "wire.answer-numbers",
    "further-members": "wire.answer-members",
    "answers-as-text": "wire.answer-content-type",
    "encoded-next-unknown": "wire.path-encoding",
    "decoded-twice": "wire.path-encoding",
    "malformed-is-500": "wire.malformed-body",
    "malformed-is-empty": "wire.malformed-body",
    "true-is-a-number": "wire.wrong-types",
    "exponents-refused": "wire.numbers",
    "first-member-counts": "wire.duplicate-members",
    "further-members-refused": "wire.unknown-members",
    "any-content-type": "wire.content-type",
    "empty-body-refused": "wire.empty-body",
    "further-query-refused": "wire.unknown-query",
    "first-query-counts": "wire.repeated-query",
    "any-size": "wire.oversize-body",
    "any-method": "wire.wrong-method",
    "slash-is-another-path": "wire.trailing-slash",
}

PENDING = ("QUEUED", "IN_PROGRESS")
REQUESTABLE = ("IN_PROGRESS", "SUCCEEDED", "FAILED", "REJECTED")
STATUSES = REQUESTABLE + ("QUEUED", "REMOVED", "CANCELED")
STATUS_OF = {"InvalidRequestException": 400, "ResourceNotFoundException": 404, "TerminalStateException": 410, "InvalidStateTransitionException": 409}
fault = ""


class Refusal(Exception):
    def __init__(self, error, message, state=None, status=None, code=None):
        super().__init__(message)
        self.error, self.message, self.state, self.code = error, message, state, code
        self.status = status or STATUS_OF[error]


def invalid(message):
    return Refusal("InvalidRequestException", message)


lock = threading.RLock()
things = {}


class Execution:
    def __init__(self, job, number, document, now):
        self.job, self.number, self.document = job, number, document
        self.status, self.details, self.version = "QUEUED", {}, 1
        self.queued, self.started, self.updated = now, None, now

    def state(self):
        return {"status": self.status, "statusDetails": self.details or None, "versionNumber": self.version}

    def summary(self):
        return {"jobId": self.job, "queuedAt": self.queued, "startedAt": self.started, "lastUpdatedAt": self.updated,
                "versionNumber": self.version, "executionNumber": self.number}

    def whole(self, thing, with_document):
        return {**self.summary(), **self.state(), "thingName": thing, "jobDocument": self.document if with_document or fault == "document-always" else None}

    def change(self, status):
        self.status, self.updated = status, clock()
        self.version += 1


def clock():
    return int(time.time()) if fault == "times-in-seconds" else time.time_ns() // 1_000_000


def executions(thing):
    return things.setdefault("everything" if fault == "things-share" else thing, [])


def find(thing, job, number=None):
    found = [e for e in executions(thing) if e.job == job and number in (None, e.number)]
    if not found:
        raise Refusal("ResourceNotFoundException", f"{thing} has no such execution of {job}.")
    return max(found, key=lambda e: e.number)


def find_next(thing):
    pending = [e for e in executions(thing) if e.status in PENDING]
    pending.sort(key=lambda e: e.status != "IN_PROGRESS")  # those that tie stay in the order in which they were queued
    return (pending[-1] if fault == "next-is-newest" else pending[0]) if pending else None


def start_next(thing, details):
    e = find_next(thing)
    if e and (e.status == "QUEUED" or fault == "start-starts-again"):
        e.change("IN_PROGRESS")
        e.started = e.updated
        e.details = e.details if details is None else details
    return {"execution": e and e.whole(thing, True)}


def get_pending(thing):
    def those(status):
        return [e.summary() for e in executions(thing) if e.status == status]
    return {"inProgressJobs": those("IN_PROGRESS"), "queuedJobs": those("QUEUED")}


def describe(thing, job, number, with_document):
    if job == "$next":
        e = find_next(thing)
        return {"execution": e and e.whole(thing, with_document)}
    e = find(thing, job, number)
    if e.status not in PENDING and fault != "ended-is-described":
        raise Refusal("TerminalStateException", f"The execution is {e.status}.")
    return {"execution": e.whole(thing, with_document)}


def update(thing, job, status, details, expected, number, with_state, with_document):
    if status not in REQUESTABLE:
        raise invalid(f"A device cannot ask for {status}.")
    e = find(thing, job, number)
    if expected is not None and expected != e.version and fault != "expected-version-ignored":
        state = e.state()
        if fault == "mismatch-writes":
            e.details = {"expected": str(expected)}
        raise Refusal("InvalidStateTransitionException", f"The version is {e.version}.", state, code="VersionMismatchException")
    if e.status not in PENDING and fault != "ended-is-updated":
        raise Refusal("InvalidStateTransitionException", f"The execution is {e.status}.", e.state())
    if fault == "check-then-act":
        lock.release()
        time.sleep(0.002)
        lock.acquire()
    e.change(status)
    e.version -= 1 if fault == "version-stands-still" else 0
    if status == "IN_PROGRESS" and e.started is None:
        e.started = e.updated
    if details is not None and not (details == {} and fault == "empty-details-are-ignored"):
        e.details = {**e.details, **details} if fault == "details-are-merged" and details else details
    return {"executionState": e.state() if with_state else None, "jobDocument": e.document if with_document else None}


def create(thing, job, document):
    of_job = [e for e in executions(thing) if e.job == job]
    if any(e.status in PENDING for e in of_job):
        raise Refusal("InvalidStateTransitionException", f"{thing} has not finished {job} yet.")
    executions(thing).append(Execution(job, max([e.number for e in of_job], default=0) + 1, document, clock()))


def end(thing, job, status, allowed=PENDING):
    e = find(thing, job)
    if e.status not in allowed:
        raise Refusal("InvalidStateTransitionException", f"The execution is {e.status}.")
    e.change(status)
