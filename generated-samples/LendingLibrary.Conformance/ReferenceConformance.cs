namespace LendingLibrary.Tests;

/// <summary>The generated reference under its own suite: the least that a spec has to achieve.</summary>
public sealed class ReferenceConformance : LendingDeskConformance<ReferenceDesk>;

/// <summary>The reference, which is its own environment.</summary>
public sealed class ReferenceDesk : LendingDeskBackend
{
    /// <inheritdoc/>
    public override ILendingDesk Service { get; } = new InMemoryLendingDesk();
}
