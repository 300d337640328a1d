using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using JobsSpecGen.Conformance.Reports.Document;
using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance.Reports.Html;

/// <summary>
/// A report as one page. Its template sees what the JSON file has and nothing else, as plain values: nothing is reflected
/// on, and whatever it prints is escaped.
/// </summary>
internal static class HtmlReport
{
    // All letters stay as they are; what has a meaning in HTML is escaped, also within attributes.
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly TemplateOptions s_options = Options();
    private static readonly IFluidTemplate s_page = new FluidParser().Parse(Resource.Text("page.liquid"));

    public static string Of(ReportDocument report)
    {
        var context = new TemplateContext(s_options);
        context.SetValue("report", LiquidValues.Of(ReportJson.ToElement(report)));

        // The only text that is not escaped: it is ours.
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

    /// <summary>An id that can stand in an attribute and after a <c>#</c> alike.</summary>
    private static string Anchor(string id) => string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));
}
