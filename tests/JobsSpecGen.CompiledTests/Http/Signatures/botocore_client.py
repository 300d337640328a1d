"""What AWS's Python client signs. Run by BotocoreTests.

    call URL REGION ID SECRET [TOKEN]   makes calls of all four operations; prints a line for each: HTTP status, error code
    sign REGION ID SECRET [TOKEN]       reads requests as JSON lines from standard input; prints the headers of each, signed
"""
import json
import sys

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError
from botocore.session import Session

NAMES = ["thing-1", "a:b", "a/b c%", "\u00e9", "~-_.", "!'()*+&=?#"]


def call(url, region, *key):
    client = Session().create_client(
        "iot-jobs-data", region_name=region, endpoint_url=url,
        aws_access_key_id=key[0], aws_secret_access_key=key[1], aws_session_token=key[2] if len(key) > 2 else None,
        config=Config(retries={"max_attempts": 0}))
    for name in NAMES:
        for job in ("job-1", "$next", name):
            report(client.describe_job_execution, thingName=name, jobId=job, includeJobDocument=True, executionNumber=1)
            report(client.describe_job_execution, thingName=name, jobId=job)
        report(client.get_pending_job_executions, thingName=name)
        report(client.start_next_pending_job_execution, thingName=name)
        report(client.start_next_pending_job_execution, thingName=name, statusDetails={"step": "h \u00e9\"q"})
        report(client.update_job_execution, thingName=name, jobId="job-1", status="IN_PROGRESS", statusDetails={"a": "b"}, expectedVersion=2, includeJobDocument=False)


def report(operation, **arguments):
    try:
        answer, code = operation(**arguments), ""
    except ClientError as error:
        answer, code = error.response, error.response["Error"]["Code"]
    print(answer["ResponseMetadata"]["HTTPStatusCode"], code)


def sign(region, *key):
    signer = SigV4Auth(Credentials(*key), "iot-jobs-data", region)
    for line in sys.stdin:
        asked = json.loads(line)
        request = AWSRequest(asked["method"], asked["url"], headers=asked["headers"], data=asked["body"].encode())
        signer.add_auth(request)
        print(json.dumps(dict(request.headers.items())))


globals()[sys.argv[1]](*sys.argv[2:])
