using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using JobsSpecGen.Conformance.Reports.Document;
using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance.Reports.Html;

/// <summary>
/// Renders a report as one HTML page. The templates get the content of the JSON report as plain values, so they need no reflection. All
/// of their output is escaped.
/// </summary>
internal static class HtmlReport
{
    // Characters with a meaning in HTML are escaped, also within attributes. Letters of all languages are not.
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly TemplateOptions s_options = Options();
    private static readonly IFluidTemplate s_page = new FluidParser().Parse(Resource.Text("page.liquid"));

    public static string Of(ReportDocument report)
    {
        var context = new TemplateContext(s_options);
        context.SetValue("report", LiquidValues.Of(ReportJson.ToElement(report)));

        // The style sheet is the only text that is not escaped. It is part of the engine.
        context.SetValue("style", new StringValue(Resource.Text("page.css"), encode: false));
        return s_page.Render(context, s_encoder);
    }

    private static TemplateOptions Options()
    {
        var options = new TemplateOptions { FileProvider = new Templates() };
        options.Filters.AddFilter("spaced", (input, _, _) => new StringValue(Labels.Spaced(input.ToStringValue())));
        options.Filters.AddFilter("anchor", (input, _, _) => new StringValue(Anchor(input.ToStringValue())));
        options.Filters.AddFilter("lines", (input, _, _) => LiquidValues.Lines(input.ToStringValue()));
        return options;
    }

    /// <summary>Gets an ID that is valid both in an attribute and in the fragment of a link.</summary>
    private static string Anchor(string id) => string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));
}
