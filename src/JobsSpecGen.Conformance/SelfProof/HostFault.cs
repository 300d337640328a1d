namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>What a host can get wrong although each single step is right: it shows with clients at once, or after a crash.</summary>
internal enum HostFault
{
    /// <summary>None: a host that keeps all guarantees.</summary>
    None,

    /// <summary>Reads the state, waits, and stores what the step made of it, whatever was stored meanwhile.</summary>
    LostUpdate,

    /// <summary>Answers by what it read before it had to wait, and does the step on what there is afterwards.</summary>
    AnswerBeforeEffect,

    /// <summary>Two calls that meet are taken for one: the second gets the answer of the first, and its effect is dropped.</summary>
    CallsMerged,

    /// <summary>A look that meets another is given that one's answer, although it began before the last change was acknowledged.</summary>
    LooksShared,

    /// <summary>Acknowledges a change, and lets others see it a moment later if somebody else looks at the same time.</summary>
    SeenLate,

    /// <summary>Observations are answered by a snapshot that is made anew while nobody changes anything.</summary>
    SnapshotWhenIdle,

    /// <summary>Keeps everything in memory.</summary>
    NothingStored,

    /// <summary>Acknowledges before it stores: what came last is lost.</summary>
    LastLost,

    /// <summary>Stores partitions under a key that several share, so that the last one written is what comes back for all.</summary>
    StoredOverEachOther,
}
