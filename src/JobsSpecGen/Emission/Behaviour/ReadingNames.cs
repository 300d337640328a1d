using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>The names of the state's methods: one query for each access path, and three writes for each collection.</summary>
internal sealed class ReadingNames(ShapeTypes types)
{
    public Identifier Of(Reading reading)
    {
        var collection = types.Collection(reading.Collection);
        return Of(collection, collection.AccessPaths.First(path => path.Number == reading.Path));
    }

    public static Identifier Of(CollectionModel collection, AccessPath path) => Identifier.Of($"Read{collection.Identifier}{path.Number}");
}
