namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>A defect of a host whose single steps are correct. Only concurrent clients or a crash show it.</summary>
internal enum HostFault
{
    /// <summary>No defect: the host keeps all guarantees.</summary>
    None,

    /// <summary>Reads the state, waits, and stores the state after the step. Changes that were stored in between are lost.</summary>
    LostUpdate,

    /// <summary>Computes the outcome from the state before it waits, and applies the step to the state after that.</summary>
    AnswerBeforeEffect,

    /// <summary>Merges two equal concurrent calls: the second gets the outcome of the first, and its effect is lost.</summary>
    CallsMerged,

    /// <summary>Gives a read the outcome of an equal concurrent read, although that one began before the last change was acknowledged.</summary>
    ReadsShared,

    /// <summary>Acknowledges a change before concurrent reads can see it.</summary>
    VisibleLate,

    /// <summary>Serves reads from a snapshot that is updated only while no other call is in progress.</summary>
    SnapshotWhenIdle,

    /// <summary>Keeps the state in memory only.</summary>
    NothingStored,

    /// <summary>Acknowledges a change before it is stored, so that a crash loses the last change.</summary>
    LastLost,

    /// <summary>Stores several partitions under the same key, so that the last one written replaces the others.</summary>
    PartitionsOverwritten,
}
