namespace JobsSpecGen.Conformance.Cases;

/// <summary>Keeps the names of cases unique within their kind.</summary>
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
