#!/usr/bin/env python3
"""The AWS IoT Jobs data plane once more, written by hand in another language, with nothing of JobsSpecGen in it.

It is right unless it is told to be wrong: `--fault NAME` makes one of the mistakes of faulty_jobs.FAULTS, which says beside each
under which clause the suite has to find it. `--faults` prints that table as JSON. Needs nothing but Python.
"""
import argparse
import json
import re
import unicodedata
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import faulty_jobs as jobs
from faulty_jobs import (FAULTS, PENDING, STATUSES, Refusal, create, describe, end, executions, find, get_pending, invalid, lock,
                         start_next, update)

LARGEST_BODY = 256 * 1024


# ---- what a request may be

def named(text, longest, also=None):
    characters = rf"[a-zA-Z0-9_{':' if longest == 128 else ''}-]{{1,{longest}}}"
    newline = jobs.fault == "newline-ends-names" and longest == 128 and re.match(f"^{characters}$", text or "")
    if text is None or text != also and not newline and not re.fullmatch(characters, text):
        raise invalid(f"'{text}' is no name.")
    return text


def length(text):
    return sum(2 if ord(c) > 0xFFFF else 1 for c in text)


def is_detail(key, value):
    return re.fullmatch(r"[a-zA-Z0-9:_-]{1,128}", key) and isinstance(value, str) and 1 <= length(value) <= 1024 \
        and not any(unicodedata.category(c)[0] == "C" for c in value)


def details_of(body):
    details = body.get("statusDetails")
    if details is not None and not (isinstance(details, dict) and all(is_detail(k, v) for k, v in details.items())):
        raise invalid("statusDetails are names with texts.")
    return details


def whole(value, name):
    if jobs.fault == "true-is-a-number" and value is True:  # as Python has it
        value = 1
    if isinstance(value, Decimal) and value.adjusted() < 20 and value == value.to_integral_value() and jobs.fault != "exponents-refused":
        value = int(value)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or not -2**63 <= value < 2**63):
        raise invalid(f"{name} is no whole number of 64 bits.")
    return value


def flag(value, name):
    if value not in (None, True, False) or isinstance(value, int) and not isinstance(value, bool):
        raise invalid(f"{name} is true or false.")
    return bool(value)


def refuse_constant(text):
    raise ValueError(text)


def pairs_of(pairs):
    return dict(reversed(pairs)) if jobs.fault == "first-member-counts" else dict(pairs)


def read_body(handler, members):
    data = handler.data
    if data is None:
        raise Refusal("RequestEntityTooLargeException", "The body is too large.", status=413)
    if not data and jobs.fault != "empty-body-refused":
        return {}
    kind = handler.headers.get("Content-Type", "application/json").split(";")[0].strip().lower()
    if kind not in ("", "application/json") and jobs.fault != "any-content-type":
        raise Refusal("UnsupportedMediaTypeException", "The body must be JSON.", status=415)
    try:
        body = json.loads(data.decode("utf-8"), parse_float=Decimal, parse_constant=refuse_constant, object_pairs_hook=pairs_of)
    except (ValueError, RecursionError) as mistake:
        if jobs.fault == "malformed-is-500":
            raise
        if jobs.fault == "malformed-is-empty":
            return {"status": "IN_PROGRESS"} if "status" in members else {}
        raise invalid(f"The body is no JSON: {mistake}") from mistake
    if not isinstance(body, dict):
        raise invalid("The body is no JSON object.")
    if jobs.fault == "further-members-refused" and set(body) - set(members):
        raise invalid("There are members that nobody knows.")
    return {name: value for name, value in body.items() if value is not None}


def read_query(text, names):
    query = {}
    for pair in filter(None, text.split("&")):
        name, _, value = pair.partition("=")
        name, value = unquote(name.replace("+", " ")), unquote(value.replace("+", " "))
        if name not in names and jobs.fault == "further-query-refused":
            raise invalid(f"Nobody knows {name}.")
        if not (name in query and jobs.fault == "first-query-counts"):
            query[name] = value
    return query


def query_value(query, name, pattern, read):
    text = query.get(name)
    if text is not None and not re.fullmatch(pattern, text):
        raise invalid(f"{name} cannot be '{text}'.")
    return None if text is None else read(text)


# ---- HTTP

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # an answer in one piece
    disable_nagle_algorithm = True

    def answer(self):
        # Whatever comes of the request, its body must not be taken for the next one.
        size = int(self.headers.get("Content-Length", 0))
        self.close_connection |= size > LARGEST_BODY
        self.data = self.rfile.read(size) if size <= LARGEST_BODY or jobs.fault == "any-size" else None
        try:
            with lock:
                self.send(200, self.route())
        except Refusal as refusal:
            body = {"message": refusal.message, "code": refusal.code, "executionState": refusal.state}
            header = {"error-type-missing": None, "error-type-in-other-header": "x-error-type"}.get(jobs.fault, "x-amzn-ErrorType")
            body["code"] = None if jobs.fault == "error-type-missing" else refusal.code
            self.send(400 if jobs.fault == "error-is-always-400" else refusal.status, body, header and {header: refusal.error})
        except Exception as broken:  # as any framework does
            self.close_connection = True
            self.send(500, {"message": str(broken)})

    do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = do_OPTIONS = do_HEAD = answer

    def route(self):
        path, _, query = self.path.partition("?")
        segments = path.split("/")[1:]
        if segments[-1] == "" and jobs.fault != "slash-is-another-path":
            segments.pop()
        raw = segments
        segments = [unquote(unquote(s)) if jobs.fault == "decoded-twice" else unquote(s) for s in segments]
        match [self.command, *segments]:
            case ["PUT", "jobs", job]:
                body = read_body(self, ["targets", "document"])
                document = body.get("document")
                if not isinstance(document, str) or length(document) > 32768 or not isinstance(body.get("targets"), list) or not body["targets"]:
                    raise invalid("A job has targets and a document.")
                targets = [str(t).rpartition(":thing/")[2] for t in body["targets"]]
                for thing in targets:
                    create(named(thing, 128), named(job, 64), document)
                return {"jobArn": f"arn:aws:iot:us-east-1:000000000000:job/{job}", "jobId": job}
            case ["PUT", "things", thing, "jobs", job, "cancel"]:
                force = read_query(query, ["force"]).get("force") == "true"
                return end(named(thing, 128), named(job, 64), "CANCELED", PENDING if force else ("QUEUED",)) or {}
            case ["DELETE", "things", thing, "jobs", job, "executionNumber", _]:
                return executions(thing).remove(find(named(thing, 128), named(job, 64))) or {}
            case ["PUT", "thing-groups", "removeThingFromThingGroup"]:
                body = read_body(self, ["thingGroupName", "thingName"])
                return end(named(body.get("thingName"), 128), named(body.get("thingGroupName"), 64), "REMOVED") or {}
            case ["PUT", "things", thing, "jobs", "$next"]:
                return start_next(named(thing, 128), details_of(read_body(self, ["statusDetails"])))
            case ["GET", "things", thing, "jobs"]:
                return get_pending(named(thing, 128))
            case ["GET", "things", thing, "jobs", job]:
                values = read_query(query, ["executionNumber", "includeJobDocument"])
                if jobs.fault == "encoded-next-unknown" and job == "$next" != raw[-1]:
                    raise invalid(f"{raw[-1]} is no name.")
                return describe(named(thing, 128), named(job, 64, also="$next"),
                                whole(query_value(values, "executionNumber", r"-?\d+", int), "executionNumber"),
                                query_value(values, "includeJobDocument", "true|false", lambda t: t == "true"))
            case ["POST", "things", thing, "jobs", job]:
                members = ["status", "statusDetails", "expectedVersion", "executionNumber", "includeJobExecutionState", "includeJobDocument"]
                body = read_body(self, members)
                if body.get("status") not in STATUSES:
                    raise invalid("That is no status.")
                return update(named(thing, 128), named(job, 64), body["status"], details_of(body),
                              whole(body.get("expectedVersion"), "expectedVersion"), whole(body.get("executionNumber"), "executionNumber"),
                              flag(body.get("includeJobExecutionState"), "includeJobExecutionState"), flag(body.get("includeJobDocument"), "includeJobDocument"))
            case [_, "things", thing, "jobs"] if jobs.fault == "any-method":
                return get_pending(named(thing, 128))
            case [_, "things", _, "jobs"] | [_, "things", _, "jobs", _]:
                raise Refusal("MethodNotAllowedException", "Not with this method.", status=405)
        raise Refusal("UnknownOperationException", "There is nothing here.", status=404)

    def send(self, status, body, headers=None):
        data = json.dumps(told(body), ensure_ascii=False).encode("utf-8", "surrogatepass")
        self.send_response(status)
        self.send_header("Content-Type", "text/plain" if jobs.fault == "answers-as-text" else "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else data)
        self.wfile.flush()

    def log_message(self, *_):
        pass


def told(value, name=""):
    """The value as it goes out: what is not there is left out."""
    if isinstance(value, dict):
        extra = {"approximateSecondsBeforeTimedOut": 1} if jobs.fault == "further-members" and "queuedAt" in value else {}
        return {**{k: told(v, k) for k, v in value.items() if v is not None}, **extra}
    if isinstance(value, list):
        return [told(v) for v in value]
    if name == "versionNumber" and jobs.fault == "versions-as-text":
        return str(value)
    return float(value) if name == "lastUpdatedAt" and jobs.fault == "times-as-floats" else value


class Server(ThreadingHTTPServer):
    request_queue_size = 128


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--fault", choices=FAULTS, default="")
    parser.add_argument("--faults", action="store_true")
    arguments = parser.parse_args()
    if arguments.faults:
        print(json.dumps(FAULTS))
        return
    jobs.fault = arguments.fault
    server = Server(("127.0.0.1", arguments.port), Handler)
    print(f"Listening on http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
