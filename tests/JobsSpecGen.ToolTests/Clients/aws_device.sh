#!/usr/bin/env bash
# A device's life as the AWS command line lives it, against `jobspec serve`: aws_device.sh AWS URL [COUNT].
# COUNT ends it after so many commands. Prints every command with its
# output and exit code; times and numbers that are never twice the same are masked, so that the whole can be compared.
set -u
aws=$1 url=$2 left=${3:-99}
export LC_ALL=C.UTF-8 AWS_DEFAULT_REGION=us-east-1 AWS_PAGER='' AWS_EC2_METADATA_DISABLED=true AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null
export AWS_DEFAULT_OUTPUT=json AWS_MAX_ATTEMPTS=1

run() {
    local service=$1 output code
    shift
    ((left-- > 0)) || exit 0
    printf '$ aws %s' "$service"
    printf ' %s' "$@"
    output=$("$aws" "$service" "$@" --endpoint-url "$url" 2>&1)
    code=$?
    printf '\n%s\nexit %s\n\n' "$output" "$code" | sed -E 's/"(queuedAt|startedAt|lastUpdatedAt)": [0-9]{13}/"\1": TIME/'
}
jobs() { run iot-jobs-data "$@"; }
target=arn:aws:iot:us-east-1:000000000000:thing/pump:7

jobs get-pending-job-executions --thing-name pump:7
run iot create-job --job-id firmware --targets $target --document '{"operation":"réboot"}'
run iot create-job --job-id restart --targets $target --document '{}'
jobs get-pending-job-executions --thing-name pump:7
jobs describe-job-execution --thing-name pump:7 --job-id '$next' --include-job-document
jobs start-next-pending-job-execution --thing-name pump:7 --status-details step=download,percent=10
jobs update-job-execution --thing-name pump:7 --job-id firmware --status IN_PROGRESS --status-details '{"step":"é 😀"}' --expected-version 2 --execution-number 1 --include-job-execution-state --include-job-document
jobs update-job-execution --thing-name pump:7 --job-id firmware --status FAILED --expected-version 2
jobs update-job-execution --thing-name pump:7 --job-id firmware --status SUCCEEDED --no-include-job-document
jobs describe-job-execution --thing-name pump:7 --job-id firmware
jobs update-job-execution --thing-name pump:7 --job-id firmware --status IN_PROGRESS
jobs describe-job-execution --thing-name pump:7 --job-id none
jobs update-job-execution --thing-name pump:7 --job-id restart --status PAUSED
jobs start-next-pending-job-execution --thing-name 'pump/7 %2F'
run iot cancel-job-execution --job-id restart --thing-name pump:7 --no-force
run iot delete-job-execution --job-id restart --thing-name pump:7 --execution-number 1 --force
jobs start-next-pending-job-execution --thing-name pump:7
