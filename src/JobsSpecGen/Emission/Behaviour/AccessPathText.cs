using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Describes access paths, for documentation.</summary>
internal static class AccessPathText
{
    public static string Of(CollectionModel collection, AccessPath path)
    {
        var equal = path.EqualFields.Count == 0 ? string.Empty : " with the given " + string.Join(" and ", path.EqualFields);
        var filter = path.Filter is null ? string.Empty : " for which " + ExprNotation.Of(path.Filter) + " holds";
        var order = path.Order.Count == 0
            ? " in the order of creation"
            : " by " + string.Join(", then ", path.Order.Select(key => ExprNotation.Of(key.Key) + (key.Descending ? " descending" : string.Empty)));
        return $"The {collection.Name}{equal}{filter},{order}.";
    }
}
