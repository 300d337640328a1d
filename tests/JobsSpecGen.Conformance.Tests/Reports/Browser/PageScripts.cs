namespace JobsSpecGen.Conformance.Tests.Reports.Browser;

/// <summary>Scripts that check a page from inside the browser. Each returns a list of problems, which is empty if there are none.</summary>
internal static class PageScripts
{
    /// <summary>Lists elements that are wider than the window, except scrolling tables, and traces with lines that do not fit.</summary>
    public const string WiderThanWindow = """
        [...document.body.querySelectorAll('*')]
          .filter(e => e.checkVisibility() && !e.closest('svg, .skip, .filter input, caption') && !e.parentElement.closest('.scroll'))
          .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5 || (e.matches('pre') && e.scrollWidth > e.clientWidth))
          .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40)).join('\n')
        """;

    /// <summary>Lists text below the contrast ratio of WCAG 2 AA: 4.5, or 3 for large text.</summary>
    public const string LowContrast = """
        (() => {
          const channel = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
          const color = text => { const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
          const luminance = c => 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
          const behind = e => { for (; e; e = e.parentElement) { const c = color(getComputedStyle(e).backgroundColor); if (c.a === 1) return c; if (c.a > 0) throw 'translucent'; } return { r: 255, g: 255, b: 255 }; };
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const bad = new Set();
          let seen = 0;
          while (texts.nextNode()) {
            const e = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || !e.checkVisibility()) continue;
            seen++;
            const style = getComputedStyle(e);
            const [a, b] = [luminance(color(style.color)), luminance(behind(e))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            const size = parseFloat(style.fontSize);
            const enough = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
            if (ratio < enough) bad.add(`${ratio.toFixed(2)} ${e.tagName}.${e.className} ${texts.currentNode.data.trim().slice(0, 40)}`);
          }
          return seen > 50 ? [...bad].join('\n') : `only ${seen} texts`;
        })()
        """;

    /// <summary>Checks landmarks, heading levels, table headers, link targets and unique IDs.</summary>
    public const string Structure = """
        (() => {
          const wrong = [];
          for (const landmark of ['header', 'nav', 'main', 'footer', 'h1', 'title'])
            if (document.querySelectorAll(landmark).length !== 1) wrong.push('not one ' + landmark);
          let level = 0;
          for (const h of document.querySelectorAll('h1, h2, h3, h4')) {
            if (+h.tagName[1] > level + 1) wrong.push('heading skips a level: ' + h.textContent.slice(0, 40));
            level = +h.tagName[1];
          }
          for (const table of document.querySelectorAll('table'))
            if (!table.caption || table.querySelectorAll('thead th:not([scope=col]), tbody tr > :first-child:not(th[scope=row])').length) wrong.push('table without headers');
          for (const link of document.querySelectorAll('a[href^="#"]'))
            if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) wrong.push('link to nowhere: ' + link.hash.slice(0, 60));
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => wrong.push('id twice: ' + id));
          if (!document.documentElement.lang) wrong.push('no language');
          if (document.querySelector('script, link[rel=stylesheet], img, iframe')) wrong.push('something from outside');
          return wrong.join('\n');
        })()
        """;
}
