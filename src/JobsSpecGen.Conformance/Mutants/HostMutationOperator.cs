namespace JobsSpecGen.Conformance.Mutants;

/// <summary>The mutation operators of the host: the host executes the step on a wrong state.</summary>
internal enum HostMutationOperator
{
    /// <summary>No mutation: each call is executed on the current state of its partition.</summary>
    None,

    /// <summary>All partitions share one state.</summary>
    SharesPartitions,

    /// <summary>One operation is executed on the partition of the previous call.</summary>
    UsesPartitionOfLastCall,

    /// <summary>One read-only operation returns the state before the last change.</summary>
    AnswersFromPreviousState,
}
