using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits how an operation ends: with a response, or with a rejection that leaves the state unchanged.</summary>
internal sealed class EndingText(CodeWriter writer, OperationModel operation, ShapeTypes types, StepVariables variables, TraceText trace)
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

    /// <param name="refusal">The rejection.</param>
    /// <param name="mayGoOn">Whether a trace may continue with the following steps, to find further rejections.</param>
    public void WriteRefusal(Ending.Refusal refusal, bool mayGoOn)
    {
        var error = types.Error(refusal.Error);
        trace.Refuse(refusal.Point);
        writer.Line($"refusal ??= new {Identifier.Of(error.Name)}({CSharpLiteral.Of(types.Says(refusal.Clause) ?? error.Says)})");
        writer.Open();
        writer.Line($"Clause = {CSharpLiteral.Of(refusal.Clause)},");
        foreach (var member in refusal.Data)
        {
            writer.Line($"{Identifier.Of(member.Member.Identifier)} = {_built.Of(member.Value)},");
        }

        writer.Close($";");
        var isOver = mayGoOn && trace.IsOn ? Code.Of($"trace is null")
            : mayGoOn && refusal.LateMutant is { } late ? Code.Of($"mutant != {late}")
            : (Code?)null;
        if (isOver is { } condition)
        {
            writer.Open($"if ({condition})");
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
        trace.Pass(answer.Point);
        foreach (var member in answer.Members)
        {
            _built.WritePoints(writer, member.Value, trace);
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

    /// <summary>Ends the operation if an earlier guard rejected the request and a trace continued.</summary>
    public void WriteRefusalCheck()
    {
        if (variables.HasRefusal)
        {
            writer.Open($"if (refusal is not null)");
            WriteRefused(variables.LateMutants);
            writer.Close();
            writer.Line();
        }
    }

    private void WriteRefused(IReadOnlyList<int>? lateMutants = null)
    {
        if (lateMutants is { Count: > 0 })
        {
            writer.Open($"if (mutant is not ({Code.Join(" or ", lateMutants.Select(mutant => Code.Of($"{mutant}")))}))");
            writer.Line($"state.Undo();");
            writer.Close();
            writer.Line();
        }
        else if (!operation.IsReadOnly)
        {
            writer.Line($"state.Undo();");
        }

        writer.Line($"return {ModelEmitter.Refused(operation, Code.Of($"refusal"))};");
    }
}
