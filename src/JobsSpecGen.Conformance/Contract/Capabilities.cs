namespace JobsSpecGen.Conformance;

/// <summary>
/// Implemented by a backend that the suite can restart. Acknowledged changes must survive a restart.
/// If a backend does not implement it, durability is reported as not verifiable.
/// </summary>
public interface IRestartable
{
    /// <summary>
    /// Stops the backend without warning, like a crash or <c>kill -9</c>, and starts it again on its stored data.
    /// Pending calls may fail. The suite deliberately makes calls while it restarts the backend.
    /// </summary>
    /// <param name="cancellationToken">Cancels the restart.</param>
    ValueTask RestartAsync(CancellationToken cancellationToken);
}

/// <summary>
/// Implemented by a backend whose clock the suite can advance. Then tests do not wait, and rules that depend on longer durations can be checked.
/// </summary>
public interface IClockControl
{
    /// <summary>The current time of the backend's clock.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Moves the backend's clock forward.</summary>
    /// <param name="by">The duration; never negative.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    ValueTask AdvanceAsync(TimeSpan by, CancellationToken cancellationToken);
}
