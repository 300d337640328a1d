using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>The names of the state's methods: one query for each access path, and three writes for each collection.</summary>
internal sealed class StateMethodNames(ShapeTypes types)
{
    public Identifier Of(RowQuery query)
    {
        var collection = types.Collection(query.Collection);
        return Of(collection, collection.AccessPaths.First(path => path.Number == query.Path));
    }

    public static Identifier Of(CollectionModel collection, AccessPath path) => Identifier.Of($"Read{collection.Identifier}{path.Number}");
}
