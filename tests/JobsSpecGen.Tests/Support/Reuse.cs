namespace JobsSpecGen.Tests.Support;

/// <summary>What became of an output, or of a stage, in a run after the first.</summary>
internal enum Reuse
{
    /// <summary>There was none before.</summary>
    New,

    /// <summary>Nothing was done: the earlier one stands.</summary>
    Cached,

    /// <summary>It was made again and is the same.</summary>
    Repeated,

    /// <summary>It was made again and is another.</summary>
    Modified,

    /// <summary>There is none any more.</summary>
    Removed,
}
