using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Prints how an operation ends: with an answer, or with a refusal that leaves no trace in the state.</summary>
internal sealed class EndingText(CodeWriter writer, OperationModel operation, ShapeTypes types, bool hasRefusal)
{
    private readonly BuiltText _built = new(types);

    public void Write(Ending ending)
    {
        if (ending is Ending.Refusal refusal)
        {
            WriteRefusal(refusal, mayGoOn: false);
        }
        else
        {
            WriteAnswer((Ending.Answer)ending);
        }
    }

    /// <param name="refusal">The refusal.</param>
    /// <param name="mayGoOn">Whether a trace may go on to the steps behind, in search of further refusals.</param>
    public void WriteRefusal(Ending.Refusal refusal, bool mayGoOn)
    {
        var error = types.Error(refusal.Error);
        writer.Line($"trace?.Refuse({refusal.Point});");
        writer.Line($"refusal ??= new {Identifier.Of(error.Name)}({CSharpLiteral.Of(types.Says(refusal.Clause) ?? error.Says)})");
        writer.Open();
        writer.Line($"Clause = {CSharpLiteral.Of(refusal.Clause)},");
        foreach (var member in refusal.Data)
        {
            writer.Line($"{Identifier.Of(member.Member.Identifier)} = {_built.Of(member.Value)},");
        }

        writer.Close($";");
        if (mayGoOn)
        {
            writer.Open($"if (trace is null)");
            WriteRefused();
            writer.Close();
        }
        else
        {
            WriteRefused();
        }
    }

    public void WriteAnswer(Ending.Answer answer)
    {
        WriteRefusalCheck();
        if (answer.Point is { } point)
        {
            writer.Line($"trace?.Pass({point});");
        }

        foreach (var member in answer.Members)
        {
            _built.WritePoints(writer, member.Value);
        }

        var response = types.TypeOf(answer.Structure!);
        if (answer.Members.Count == 0)
        {
            writer.Line($"return new(new {response}(), null);");
            return;
        }

        writer.Line($"return new(new {response}");
        writer.Open();
        foreach (var member in answer.Members)
        {
            writer.Line($"{Identifier.Of(member.Member.Identifier)} = {_built.Of(member.Value)},");
        }

        writer.Close($", null);");
    }

    /// <summary>The end of an environment action.</summary>
    public void WriteEnd()
    {
        WriteRefusalCheck();
        writer.Line($"return null;");
    }

    /// <summary>Ends here where an earlier guard refused and a trace went on.</summary>
    public void WriteRefusalCheck()
    {
        if (hasRefusal)
        {
            writer.Open($"if (refusal is not null)");
            WriteRefused();
            writer.Close();
            writer.Line();
        }
    }

    private void WriteRefused()
    {
        if (!operation.IsReadOnly)
        {
            writer.Line($"state.Undo();");
        }

        writer.Line($"return {ModelEmitter.Refused(operation, Code.Of($"refusal"))};");
    }
}
