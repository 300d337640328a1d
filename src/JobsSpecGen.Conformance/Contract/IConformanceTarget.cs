namespace JobsSpecGen.Conformance;

/// <summary>A backend under test, behind names and values. The generator emits an adapter to the typed interfaces.</summary>
public interface IConformanceTarget : IAsyncDisposable
{
    /// <summary>Makes one call and tells what came of it. Throws only for <see cref="OperationCanceledException"/>.</summary>
    ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken);

    /// <summary>The name of the backend in reports, with its version where it has one.</summary>
    string Name => GetType().Name;

    /// <summary>How long what an environment action did may take to show in the operations' answers.</summary>
    TimeSpan EnvironmentDelay { get; }

    /// <summary>How far the backend's clock may be from the tester's.</summary>
    TimeSpan ClockTolerance { get; }

    /// <summary>How much a run tries, and where its reports go.</summary>
    ConformanceOptions Options => ConformanceOptions.FromEnvironment();
}

/// <summary>What came of a call.</summary>
public abstract record CallOutcome
{
    private CallOutcome()
    {
    }

    /// <summary>What went over the wire; null where that is not known. It does not make two outcomes differ.</summary>
    public WireExchange? Exchange { get; init; }

    /// <summary>The call was accepted.</summary>
    /// <param name="Response">The answer; <see cref="SpecValue.Absent"/> for an environment action.</param>
    public sealed record Answered(SpecValue Response) : CallOutcome;

    /// <summary>The call was refused with an error of the spec.</summary>
    /// <param name="Error">The error code.</param>
    /// <param name="Status">The HTTP status that goes with it.</param>
    /// <param name="Message">The message, for a person.</param>
    /// <param name="Data">The members of the error.</param>
    public sealed record Refused(string Error, int Status, string Message, SpecValue.Record Data) : CallOutcome
    {
        /// <summary>Other errors of the spec that the refusal may be just as well, as they go by the same name on the wire.</summary>
        public IReadOnlyList<string> AlsoMeans { get; init; } = [];
    }

    /// <summary>The adapter cannot make this call (it threw <see cref="NotSupportedException"/>).</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Unsupported(string Reason) : CallOutcome;

    /// <summary>No answer came in time: the call may have taken effect, or may yet, or not at all.</summary>
    /// <param name="Reason">What was waited for, and how long.</param>
    public sealed record TimedOut(string Reason) : CallOutcome;

    /// <summary>The backend or its adapter broke: an exception that is no error of the spec, or a null answer.</summary>
    /// <param name="Exception">What was thrown.</param>
    public sealed record Broken(Exception Exception) : CallOutcome;
}
