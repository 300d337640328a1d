using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Models;

/// <summary>Emits the immutable list and map types of records. They are compared by value, so that records are too.</summary>
internal static class ValueTypesEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var name = Namespace.Of(spec.Namespace);
        var writer = CodeWriter.ForFile(name);
        ValueListText.Write(writer, name);
        writer.Line();
        ValueMapText.Write(writer, name);
        return writer.ToSourceText();
    }
}
