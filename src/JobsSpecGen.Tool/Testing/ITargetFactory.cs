namespace JobsSpecGen.Tool.Testing;

/// <summary>Makes what the suite calls: the service at the endpoint, and whatever arranges situations for it.</summary>
internal interface ITargetFactory
{
    /// <summary>Makes the target of one run.</summary>
    IConformanceTarget Create(TestSettings settings);
}
