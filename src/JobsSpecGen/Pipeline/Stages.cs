namespace JobsSpecGen.Pipeline;

/// <summary>The tracking names of the stages; tests read from them what was cached.</summary>
internal static class Stages
{
    public const string Spec = "Spec";
    public const string Bound = "Bound";
    public const string Distinct = "Distinct";
    public const string Model = "Model";
    public const string Emittable = "Emittable";
    public const string Lines = "Lines";
    public const string References = "References";
}
