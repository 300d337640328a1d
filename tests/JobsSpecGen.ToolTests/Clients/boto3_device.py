#!/usr/bin/env python3
"""A device's whole life as AWS's Python client lives it, against `jobspec serve`: boto3_device.py URL ID SECRET.

Every operation with every parameter, every error as the client's typed exception, the control plane through the `iot` client.
Ends with 0 and a count of what was looked at, or at the first thing that is not as it should be.
"""
import sys
import time

import boto3
from botocore.config import Config

URL, ID, SECRET = sys.argv[1:]
COMMON = dict(endpoint_url=URL, region_name="us-east-1", aws_access_key_id=ID, aws_secret_access_key=SECRET, config=Config(retries={"max_attempts": 0}))
jobs = boto3.client("iot-jobs-data", **COMMON)
iot = boto3.client("iot", **COMMON)
looked_at = 0


def equal(expected, actual):
    global looked_at
    looked_at += 1
    assert expected == actual, f"\nexpected {expected!r}\nfound    {actual!r}"


def answer(call, /, **parameters):
    """The members of the answer, without what the client adds."""
    result = call(**parameters)
    equal(200, result.pop("ResponseMetadata")["HTTPStatusCode"])
    return result


def refused(client, exception, status, call, /, **parameters):
    """That the call is refused with this exception of the client's model."""
    try:
        call(**parameters)
    except getattr(client.exceptions, exception) as error:
        equal(exception, error.response["Error"]["Code"])
        equal(status, error.response["ResponseMetadata"]["HTTPStatusCode"])
        assert error.response["Error"]["Message"], "The error says nothing."
        return
    raise AssertionError(f"{call.__name__}({parameters}) was not refused with {exception}.")


def queue(thing, job, document="{}"):
    result = answer(iot.create_job, jobId=job, targets=[f"arn:aws:iot:us-east-1:000000000000:thing/{thing}"], document=document)
    equal(job, result["jobId"])
    assert result["jobArn"].endswith(f":job/{job}"), result


def is_now(milliseconds):
    assert abs(time.time() * 1000 - milliseconds) < 60_000, milliseconds


def life(thing):
    """Jobs arrive, the device works through them, one after the other, and one comes again."""
    equal({"inProgressJobs": [], "queuedJobs": []}, answer(jobs.get_pending_job_executions, thingName=thing))
    equal({}, answer(jobs.start_next_pending_job_execution, thingName=thing))
    equal({}, answer(jobs.describe_job_execution, thingName=thing, jobId="$next", includeJobDocument=True))

    document = '{"operation":"réboot","emoji":"😀","quote":"\\"","line":"\u2028"}'
    queue(thing, "first", document)
    queue(thing, "second")
    pending = answer(jobs.get_pending_job_executions, thingName=thing)
    equal(([], ["first", "second"]), tuple([e["jobId"] for e in pending[k]] for k in ("inProgressJobs", "queuedJobs")))
    equal({"jobId", "queuedAt", "lastUpdatedAt", "versionNumber", "executionNumber"}, set(pending["queuedJobs"][0]))

    seen = answer(jobs.describe_job_execution, thingName=thing, jobId="$next")["execution"]
    equal(("first", "QUEUED", 1, None), (seen["jobId"], seen["status"], seen["versionNumber"], seen.get("jobDocument")))
    details = {"step:1": "é 😀 \"quoted\" \\ /", "percent-done_": "50 %"}
    started = answer(jobs.start_next_pending_job_execution, thingName=thing, statusDetails=details)["execution"]
    equal(("first", thing, "IN_PROGRESS", details, 2, document),
          tuple(started[k] for k in ("jobId", "thingName", "status", "statusDetails", "versionNumber", "jobDocument")))
    equal(started["startedAt"], started["lastUpdatedAt"])
    is_now(started["startedAt"])
    equal(started, answer(jobs.start_next_pending_job_execution, thingName=thing, statusDetails={"another": "one"})["execution"])
    equal(started, answer(jobs.describe_job_execution, thingName=thing, jobId="first", includeJobDocument=True, executionNumber=started["executionNumber"])["execution"])
    without = {k: v for k, v in started.items() if k != "jobDocument"}
    equal(without, answer(jobs.describe_job_execution, thingName=thing, jobId="$next", includeJobDocument=False)["execution"])

    everything = dict(thingName=thing, jobId="first", status="IN_PROGRESS", statusDetails={"step": "2"}, expectedVersion=2, executionNumber=started["executionNumber"],
                      stepTimeoutInMinutes=5, includeJobExecutionState=True, includeJobDocument=True)
    equal({"executionState": {"status": "IN_PROGRESS", "statusDetails": {"step": "2"}, "versionNumber": 3}, "jobDocument": document}, answer(jobs.update_job_execution, **everything))
    refused(jobs, "InvalidStateTransitionException", 409, jobs.update_job_execution, **everything)
    equal({}, answer(jobs.update_job_execution, thingName=thing, jobId="first", status="SUCCEEDED", includeJobExecutionState=False))

    # What has ended stays as it is.
    refused(jobs, "TerminalStateException", 410, jobs.describe_job_execution, thingName=thing, jobId="first")
    refused(jobs, "InvalidStateTransitionException", 409, jobs.update_job_execution, thingName=thing, jobId="first", status="SUCCEEDED")
    refused(jobs, "ResourceNotFoundException", 404, jobs.describe_job_execution, thingName=thing, jobId="first", executionNumber=99)
    refused(jobs, "ResourceNotFoundException", 404, jobs.update_job_execution, thingName=thing, jobId="none", status="FAILED")

    queue(thing, "first", '{"again":true}')
    again = answer(jobs.describe_job_execution, thingName=thing, jobId="first", includeJobDocument=True)["execution"]
    equal(("QUEUED", 1, '{"again":true}'), (again["status"], again["versionNumber"], again["jobDocument"]))
    assert again["executionNumber"] > started["executionNumber"], again


def control_plane(thing):
    """Jobs are called off, deleted, and taken away with the group."""
    queue(thing, "cancelled")
    equal({}, answer(iot.cancel_job_execution, jobId="cancelled", thingName=thing))
    refused(jobs, "TerminalStateException", 410, jobs.describe_job_execution, thingName=thing, jobId="cancelled")

    queue(thing, "running")
    equal("running", answer(jobs.start_next_pending_job_execution, thingName=thing)["execution"]["jobId"])
    refused(iot, "InvalidStateTransitionException", 409, iot.cancel_job_execution, jobId="running", thingName=thing)
    equal({}, answer(iot.cancel_job_execution, jobId="running", thingName=thing, force=True))

    queue(thing, "deleted")
    equal({}, answer(iot.delete_job_execution, jobId="deleted", thingName=thing, executionNumber=1, force=True))
    refused(jobs, "ResourceNotFoundException", 404, jobs.describe_job_execution, thingName=thing, jobId="deleted")
    refused(iot, "ResourceNotFoundException", 404, iot.cancel_job_execution, jobId="deleted", thingName=thing)

    queue(thing, "removed")
    equal({}, answer(iot.remove_thing_from_thing_group, thingGroupName="removed", thingName=thing))
    refused(jobs, "TerminalStateException", 410, jobs.describe_job_execution, thingName=thing, jobId="removed")
    equal({}, answer(jobs.start_next_pending_job_execution, thingName=thing))


def refusals():
    """What breaks a constraint, as far as the client lets it out; and names that must be encoded arrive as they are."""
    queue("refusing", "job")
    for name in ("a/b", "a b", "a%b", "a%2Fb", "é", "a+b&c=d?e#f", "x" * 129, "$next"):
        refused(jobs, "InvalidRequestException", 400, jobs.get_pending_job_executions, thingName=name)
        refused(jobs, "InvalidRequestException", 400, jobs.start_next_pending_job_execution, thingName=name)
    for name in ("a/b", "a:b", "a%24next", "%24next", "é", "x" * 65):
        refused(jobs, "InvalidRequestException", 400, jobs.describe_job_execution, thingName="refusing", jobId=name)
    for name in ("$next", "a:b", "x" * 65):
        refused(jobs, "InvalidRequestException", 400, jobs.update_job_execution, thingName="refusing", jobId=name, status="FAILED")
    for status in ("QUEUED", "CANCELED", "REMOVED", "TIMED_OUT", "in_progress", "PAUSED"):
        refused(jobs, "InvalidRequestException", 400, jobs.update_job_execution, thingName="refusing", jobId="job", status=status)
    for details in ({"a b": "x"}, {"k" * 129: "x"}, {"a": "x" * 1025}, {"a": "line\nbreak"}, {"a": "\u200b"}):
        refused(jobs, "InvalidRequestException", 400, jobs.update_job_execution, thingName="refusing", jobId="job", status="IN_PROGRESS", statusDetails=details)
    equal(1, answer(jobs.describe_job_execution, thingName="refusing", jobId="job")["execution"]["versionNumber"])


life("pump-1")
life("pump:7_a-b")
control_plane("valve:1")
refusals()
print(f"boto3 {boto3.__version__}: {looked_at} things are as they should be")
