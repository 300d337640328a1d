using System.Text.RegularExpressions;

namespace IotJobs.Faulty;

/// <summary>
/// Refuses requests that break a constraint. A mistake here is a look at the request through the wrong glasses:
/// what is checked is the request as a faulty check would see it.
/// </summary>
internal sealed class RequestChecks(Fault fault)
{
    public void Check(StartNextPendingJobExecutionRequest request) =>
        Refuse(StartNextPendingJobExecutionRequestValidator.Validate(request with { StatusDetails = Seen(request.StatusDetails) }));

    public void Check(GetPendingJobExecutionsRequest request) => Refuse(GetPendingJobExecutionsRequestValidator.Validate(request));

    public void Check(UpdateJobExecutionRequest request) =>
        Refuse(UpdateJobExecutionRequestValidator.Validate(request with { JobId = Seen(request.JobId), StatusDetails = Seen(request.StatusDetails) }));

    public void Check(DescribeJobExecutionRequest request) =>
        Refuse(DescribeJobExecutionRequestValidator.Validate(request with { JobId = Seen(request.JobId) }));

    public static void Refuse(IReadOnlyList<ConstraintViolation> violations)
    {
        if (violations.Count > 0)
        {
            throw new InvalidRequestException(violations);
        }
    }

    private string Seen(string jobId) => fault == Fault.JobIdLimit128 && jobId?.Length is > 64 and <= 128 ? jobId[..64] : jobId!;

    private ValueMap<string>? Seen(ValueMap<string>? details)
    {
        switch (fault)
        {
            case Fault.DetailsShorterThanAllowed when details?.Values.Any(v => v?.Length == 1024) == true:
                throw new InvalidRequestException("A status detail is too long.");
            case Fault.NewlineInDetails when details is not null:
                return new(details.Select(d => KeyValuePair.Create(d.Key, d.Value.EndsWith('\n') ? d.Value[..^1] : d.Value)));
            case Fault.EmojiRefused when details?.Values.Any(v => !Regex.IsMatch(v, @"\A[^\p{C}]*\z")) == true:
                throw new InvalidRequestException("A status detail has a character that is not allowed.");
            default:
                return details;
        }
    }
}
