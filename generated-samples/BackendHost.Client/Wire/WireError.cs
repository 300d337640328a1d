namespace IotJobs.Remote.Wire;

/// <summary>A refusal on its way from the host to the client.</summary>
/// <param name="Code">The name of the error in the spec.</param>
/// <param name="Message">What went wrong, for a person.</param>
/// <param name="ExecutionState">The stored state, where the error tells it.</param>
public sealed record WireError(string Code, string Message, JobExecutionState? ExecutionState)
{
    /// <summary>What goes over the wire of an exception.</summary>
    public static WireError Of(JobsDataPlaneException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var state = refusal switch
        {
            InvalidStateTransitionException transition => transition.ExecutionState,
            VersionMismatchException mismatch => mismatch.ExecutionState,
            _ => null,
        };
        return new(refusal.Code, refusal.Message, state);
    }

    /// <summary>The exception again, of the type that it had.</summary>
    public JobsDataPlaneException ToException() => Code switch
    {
        nameof(InvalidRequestException) => new InvalidRequestException(Message),
        nameof(ResourceNotFoundException) => new ResourceNotFoundException(Message),
        nameof(TerminalStateException) => new TerminalStateException(Message),
        nameof(InvalidStateTransitionException) => new InvalidStateTransitionException(Message) { ExecutionState = ExecutionState },
        nameof(VersionMismatchException) => new VersionMismatchException(Message) { ExecutionState = ExecutionState },
        _ => throw new InvalidDataException($"The host refused with an error that the spec does not know, {Code}: {Message}"),
    };
}
