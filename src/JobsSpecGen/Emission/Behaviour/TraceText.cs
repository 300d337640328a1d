using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits the calls of the trace. The step function with mutants has no trace, so that nothing is emitted there.</summary>
internal sealed class TraceText(CodeWriter writer, bool isOn)
{
    public bool IsOn => isOn;

    public void Pass(int? point)
    {
        if (isOn && point is { } number)
        {
            writer.Line($"trace?.Pass({number});");
        }
    }

    public void Pass(int? point, Code condition)
    {
        if (isOn && point is { } number)
        {
            writer.Line($"trace?.Pass({number}, {condition});");
        }
    }

    /// <summary>Reports a write, and whether it changes anything.</summary>
    public void Write(int? point, Code isChange)
    {
        if (isOn && point is { } number)
        {
            writer.Line($"trace?.Write({number}, {isChange});");
        }
    }

    public void Refuse(int point)
    {
        if (isOn)
        {
            writer.Line($"trace?.Refuse({point});");
        }
    }

    /// <summary>The changed row, passed through the trace if there is one.</summary>
    public Code Changed(Code before, Code after, int? point) =>
        isOn && point is { } number ? Code.Of($"Changed({before}, {after}, {number}, trace)") : after;
}
