using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits operations, clauses, points, collections and lifecycles as data for the engine.</summary>
internal static class BehaviourInfoText
{
    public static Code Of(OperationModel operation, Shape input)
    {
        var http = operation.Http is null ? Code.Empty : Code.Of($", Http = {HttpInfoText.Of(operation.Http, input)}");
        return Code.Of($"new({CSharpLiteral.Of(operation.Name)}, {CSharpLiteral.Of(operation.Input)}, {CSharpLiteral.Of(operation.Output)}, {CSharpLiteral.Of(operation.PartitionMember)}) {{ IsReadOnly = {CSharpLiteral.Of(operation.IsReadOnly)}, Errors = {Engine.Texts(operation.Errors)}{http} }}");
    }

    public static Code Of(ClauseModel clause, Code line)
    {
        var level = clause.IsMust ? Code.Of($"Must") : Code.Of($"Should");
        var start = Code.Of($"new({CSharpLiteral.Of(clause.Id)}, {Engine.Namespace}.ClauseLevel.{level}, {CSharpLiteral.Of(clause.Says)}, {CSharpLiteral.Of(clause.Source)}, {line})");
        return clause.IsConstraint ? Code.Of($"{start} {{ IsConstraint = true }}") : start;
    }

    public static Code Of(PointModel point, int index, Code line)
    {
        var settings = Settings(point).ToArray();
        var start = Code.Of($"new({index}, {CSharpLiteral.Of(point.Operation)}, {Engine.Namespace}.PointKind.{Identifier.Of(point.Kind.ToString())}, {CSharpLiteral.Of(point.Clause)}, {line})");
        return settings.Length == 0 ? start : Code.Of($"{start} {{ {Code.Join(", ", settings)} }}");
    }

    public static Code Of(CollectionModel collection) =>
        Code.Of($"new({CSharpLiteral.Of(collection.Name)}, {Engine.Texts(collection.Key)}, [{Code.Join(", ", collection.Fields.Select(field => ShapeInfoText.Of(field, Code.Of($"0"))))}])");

    public static Code Of(LifecycleModel lifecycle) =>
        Code.Of($"new({CSharpLiteral.Of(lifecycle.Collection)}, {CSharpLiteral.Of(lifecycle.Field)}, {CSharpLiteral.Of(lifecycle.Shape)})");

    private static IEnumerable<Code> Settings(PointModel point)
    {
        if (point.Error is not null)
        {
            yield return Code.Of($"Error = {CSharpLiteral.Of(point.Error)}");
        }

        if (point.Accepts.Count > 0)
        {
            yield return Code.Of($"Accepts = {Engine.Texts(point.Accepts)}");
        }

        if (point.IsByTime)
        {
            yield return Code.Of($"IsByTime = true");
        }

        if (point.Fields.Count > 0)
        {
            yield return Code.Of($"Fields = {Engine.Texts(point.Fields)}");
        }

        if (point.Members.Count > 0)
        {
            yield return Code.Of($"Members = [{Code.Join(", ", point.Members.Select(Of))}]");
        }
    }

    private static Code Of(MemberSource source)
    {
        var settings = new[] { ("Field", source.Field), ("ChoiceClause", source.ChoiceClause), ("ConditionClause", source.ConditionClause) }
            .Where(setting => setting.Item2 is not null)
            .Select(setting => Code.Of($"{Identifier.Of(setting.Item1)} = {CSharpLiteral.Of(setting.Item2)}"))
            .ToArray();
        var start = Code.Of($"new({CSharpLiteral.Of(source.Path)})");
        return settings.Length == 0 ? start : Code.Of($"{start} {{ {Code.Join(", ", settings)} }}");
    }
}
