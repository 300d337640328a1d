namespace JobsSpecGen.Conformance.Mutants;

/// <summary>What a mutant gets wrong around the step: on which state it runs it.</summary>
internal enum HostMutationOperator
{
    /// <summary>Nothing: each call runs on what its partition now is.</summary>
    None,

    /// <summary>All partitions are one.</summary>
    SharesPartitions,

    /// <summary>One operation runs on the partition that the call before it was about.</summary>
    UsesPartitionOfLastCall,

    /// <summary>One operation, a look, shows what was there before the last change.</summary>
    AnswersFromPreviousState,
}
