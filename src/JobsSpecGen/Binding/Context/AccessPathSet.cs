using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Context;

/// <summary>The distinct access paths of the collections.</summary>
internal sealed class AccessPathSet
{
    private readonly List<AccessPath> _paths = [];

    public IEnumerable<AccessPath> Of(string collection) => _paths.Where(path => path.Collection == collection);

    public int Add(string collection, EquatableArray<string> equalFields, Expr? filter, EquatableArray<OrderKey> order)
    {
        var known = Of(collection).FirstOrDefault(path => path.EqualFields == equalFields && Equals(path.Filter, filter) && path.Order == order);
        if (known is null)
        {
            known = new AccessPath(Of(collection).Count() + 1, collection, equalFields, filter, order);
            _paths.Add(known);
        }

        return known.Number;
    }
}
