namespace JobsSpecGen.Conformance;

/// <summary>A backend under test, called by names and values. The generator emits an adapter for the typed interfaces.</summary>
public interface IConformanceTarget : IAsyncDisposable
{
    /// <summary>Makes one call and returns its outcome. The only exception that it throws is <see cref="OperationCanceledException"/>.</summary>
    ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken);

    /// <summary>The name of the backend in reports, followed by its version if it has one.</summary>
    string Name => GetType().Name;

    /// <summary>The maximum delay until the operations' responses show the effect of an environment action.</summary>
    TimeSpan EnvironmentDelay { get; }

    /// <summary>The maximum difference between the backend's clock and the tester's clock.</summary>
    TimeSpan ClockTolerance { get; }

    /// <summary>The options of the run.</summary>
    ConformanceOptions Options => ConformanceOptions.FromEnvironment();
}

/// <summary>The outcome of a call.</summary>
public abstract record CallOutcome
{
    private CallOutcome()
    {
    }

    /// <summary>The HTTP request and response, or null if they are not known. The exchange does not affect the equality of outcomes.</summary>
    public WireExchange? Exchange { get; init; }

    /// <summary>The call was accepted.</summary>
    /// <param name="Response">The response; <see cref="SpecValue.Absent"/> for an environment action.</param>
    public sealed record Answered(SpecValue Response) : CallOutcome;

    /// <summary>The call was refused with an error of the spec.</summary>
    /// <param name="Error">The error code.</param>
    /// <param name="Status">The HTTP status code of the error.</param>
    /// <param name="Message">The human-readable message.</param>
    /// <param name="Data">The members of the error.</param>
    public sealed record Refused(string Error, int Status, string Message, SpecValue.Record Data) : CallOutcome
    {
        /// <summary>Other errors of the spec that the response can mean as well, because they have the same wire name.</summary>
        public IReadOnlyList<string> AlsoMeans { get; init; } = [];
    }

    /// <summary>The adapter does not support this call (it threw <see cref="NotSupportedException"/>).</summary>
    /// <param name="Reason">The reason.</param>
    public sealed record Unsupported(string Reason) : CallOutcome;

    /// <summary>There was no response within the timeout. The call may have taken effect, may take effect later, or never.</summary>
    /// <param name="Reason">The awaited response and the timeout.</param>
    public sealed record TimedOut(string Reason) : CallOutcome;

    /// <summary>The backend or its adapter failed: it threw an exception that is not an error of the spec, or returned null.</summary>
    /// <param name="Exception">The exception.</param>
    public sealed record Broken(Exception Exception) : CallOutcome;
}
