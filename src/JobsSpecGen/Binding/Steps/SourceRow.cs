using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Steps;

/// <summary>The row from which <c>$from</c> or <c>$each</c> copies members; all null if there is none.</summary>
internal sealed record SourceRow(string? Variable, CollectionModel? Collection, string? Clause)
{
    /// <summary>The value of a member: the field of the row, or else of the partition, with the same name and shape; null if none can be copied.</summary>
    public Expr? Copy(Member member, BindingContext context)
    {
        if (Variable is null)
        {
            return null;
        }

        if (Find(member) is { } field)
        {
            return field.Required || !member.Required
                ? new Expr.Field(Variable, field, TypeText.Of(context.Shapes[field.Shape], nullable: !field.Required))
                : null;
        }

        var partition = context.Partition!;
        var shared = partition.Fields.Select(f => f.Member).Prepend(partition.Key).FirstOrDefault(f => f.Name == member.Name && f.Shape == member.Shape);
        return shared is null ? null : new Expr.PartitionValue(shared, TypeText.Of(context.Shapes[shared.Shape], nullable: false));
    }

    /// <summary>The field that a member is copied from, as <c>collection.field</c>; null if it is not a field of the row.</summary>
    public string? FieldOf(Member member) => Find(member) is { } field ? Collection!.Name + "." + field.Name : null;

    private Member? Find(Member member) => Collection?.Fields.FirstOrDefault(field => field.Name == member.Name && field.Shape == member.Shape);
}
