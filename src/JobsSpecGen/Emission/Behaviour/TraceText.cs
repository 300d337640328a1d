using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Prints what a trace is told. The step function that plays mutants has none, and there this prints nothing.</summary>
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

    /// <summary>Tells of a write, and whether it changes anything.</summary>
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

    /// <summary>A changed row, by way of the trace where that is to know of it.</summary>
    public Code Changed(Code before, Code after, int? point) =>
        isOn && point is { } number ? Code.Of($"Changed({before}, {after}, {number}, trace)") : after;
}
