using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace JobsSpecGen.Emission.OpenApi;

/// <summary>Writes JSON as text: indented, one member on a line, and ASCII only, so that it can be part of a C# file unchanged.</summary>
internal static class JsonDocumentText
{
    public static string Of(JsonMap map)
    {
        var text = new StringBuilder();
        Append(text, map, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object value, int depth)
    {
        switch (value)
        {
            case string s:
                AppendText(text, s);
                break;
            case bool b:
                text.Append(b ? "true" : "false");
                break;
            case JsonMap map:
                AppendAll(text, '{', '}', map, depth, member =>
                {
                    AppendText(text, member.Key);
                    text.Append(": ");
                    Append(text, member.Value, depth + 1);
                });
                break;
            case IEnumerable<object> list:
                AppendAll(text, '[', ']', list, depth, item => Append(text, item, depth + 1));
                break;
            default:
                text.Append(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder text, char open, char close, IEnumerable<T> items, int depth, Action<T> append)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            text.Append(isFirst ? "\n" : ",\n").Append(' ', (depth + 1) * 2);
            append(item);
            isFirst = false;
        }

        if (!isFirst)
        {
            text.Append('\n').Append(' ', depth * 2);
        }

        text.Append(close);
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (c is >= ' ' and <= '~')
            {
                text.Append(c);
            }
            else
            {
                // JSON cannot carry an unpaired surrogate.
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        text.Append('"');
    }
}
