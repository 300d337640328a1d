namespace JobsSpecGen.Conformance;

/// <summary>
/// For a backend that the suite may restart: what it has acknowledged must survive that.
/// A backend without it has its durability reported as not verifiable.
/// </summary>
public interface IRestartable
{
    /// <summary>
    /// Stops the backend without warning, as a crash or <c>kill -9</c> would, and starts it again with what it has stored.
    /// Calls under way may fail; the suite makes some on purpose while it restarts the backend.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask RestartAsync(CancellationToken cancellationToken);
}

/// <summary>
/// For a backend whose clock the suite may move. Then no test waits, and rules that depend on times further apart can be checked.
/// </summary>
public interface IClockControl
{
    /// <summary>What the backend's clock shows.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Moves the backend's clock forward.</summary>
    /// <param name="by">By how much; never negative.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask AdvanceAsync(TimeSpan by, CancellationToken cancellationToken);
}
