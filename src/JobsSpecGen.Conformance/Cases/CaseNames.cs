namespace JobsSpecGen.Conformance.Cases;

/// <summary>Makes the names of test cases unique within their kind by numbering duplicates.</summary>
internal sealed class CaseNames
{
    private readonly HashSet<(CaseKind, string)> _taken = [];

    public string Unique(CaseKind kind, string name)
    {
        var unique = name;
        for (var i = 2; !_taken.Add((kind, unique)); i++)
        {
            unique = $"{name} #{i}";
        }

        return unique;
    }
}
