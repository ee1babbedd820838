"""The report as one self-contained HTML file: it fetches nothing, can be read aloud, and prints on A4."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from data.exchange.report.document import (
    Block,
    Chart,
    Document,
    Facts,
    Figures,
    Remarks,
    Section,
    Table,
    Words,
)
from data.exchange.report.figures import Report
from data.plain_text import unbroken

# In points, as on paper; the page scales them.
CHART_SIZE = (519.0, 220.0)
SCATTER_SIZE = (310.0, 170.0)
LONGEST_WORD = 18  # characters

# Nothing from elsewhere is allowed in, whatever the text says.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem; background: #fff; color: #000;
  font: 0.85rem/1.4 Verdana, "DejaVu Sans", system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2, h4 { font-size: 1rem; margin: 0.9rem 0 0.3rem; border-bottom: 1px solid #000; }
.about { display: none; }
.appendix h2 { font-size: 1.6rem; margin-top: 2rem; border: 0; } h3 { font-size: 1.2rem; margin: 1.4rem 0 0.3rem; }
.period { font-size: 1rem; font-weight: bold; margin: 0; }
p { margin: 0.15rem 0; }
dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1rem; }
dd { margin: 0; overflow-wrap: anywhere; } dt { color: #444; }
dl.runner { grid-template-columns: repeat(4, 1fr); background: #f0f0f0; padding: 0.5rem; margin-top: 0.5rem;
  gap: 0.3rem 1rem; }
dl.runner dt { font-size: 0.7rem; } dl.runner div:nth-child(7) { grid-column: span 2; }
dl.runner div:nth-child(8) { grid-column: 1 / -1; }
dl.figures { grid-template-columns: repeat(3, 1fr); margin-bottom: 0.3rem; }
dl.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
dl.figures b { color: #000; font-size: 0.8rem; }
.value { font-size: 1.9rem; font-weight: bold; line-height: 2.2rem; } .unknown { font-size: 1.1rem; }
.when, .note, .alternative, .method, footer { font-size: 0.7rem; color: #444; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { text-align: left; vertical-align: top; padding: 0.15rem 0.4rem 0.15rem 0; font-weight: normal;
  border-bottom: 1px solid #ccc; white-space: pre-line; }
.long { overflow-wrap: anywhere; }
thead th { font-weight: bold; font-size: 0.7rem; vertical-align: bottom; border-bottom-color: #444; }
tfoot th, tfoot td { font-weight: bold; border-top: 1px solid #444; }
.number { text-align: right; } .number + :not(.number) { padding-left: 1.2rem; }
/* Where there is more to the side, a shadow says so: the white that hides it scrolls along. */
.scroll { overflow-x: auto; background: linear-gradient(90deg, #fff 50%, #fff0) 0 / 3rem 100% local no-repeat,
  linear-gradient(270deg, #fff 50%, #fff0) 100% / 3rem 100% local no-repeat,
  linear-gradient(90deg, #0005, #0000) 0 / 0.8rem 100% no-repeat,
  linear-gradient(270deg, #0005, #0000) 100% / 0.8rem 100% no-repeat; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; } .wide { grid-template-columns: 1.1fr 1fr; }
.wider { grid-template-columns: 1.4fr 1fr; }
.pair > * { min-width: 0; }
figure { margin: 0.6rem 0 0; } svg { width: 100%; height: auto; display: block; } svg.scatter { max-width: 30rem; }
ul { margin: 0; padding: 0; list-style: none; } li { margin: 0.15rem 0; padding-left: 1rem; text-indent: -1rem; }
.own { white-space: pre-line; overflow-wrap: anywhere; }
footer { margin-top: 1.5rem; border-top: 1px solid #ccc; padding-top: 0.3rem; }
@media (max-width: 45rem) {
  .pair, .wide, .wider { grid-template-columns: 1fr; } dl.runner { grid-template-columns: 1fr 1fr; }
  table { min-width: 32rem; } svg.panels { min-width: 45rem; } svg.scatter { min-width: 26rem; }
}
@page { size: A4; margin: 10mm 13mm; }
@media print {
  html { font-size: 8.6pt; } body { max-width: none; padding: 0; line-height: 1.25; }
  table, svg.panels, svg.scatter { min-width: 0; } .about { display: block; }
  .scroll { background: none; } svg.panels { max-height: 64mm; } h3 { margin-top: 1rem; } h2 { margin-top: 0.6rem; }
  .page-one .alternative, .method h2 { display: none; } .method { margin-top: 0.6rem; }
  .appendix { break-before: page; } h2, h3, h4, thead { break-after: avoid; } tr, figure { break-inside: avoid; }
}
"""


def render(document: Document) -> str:
    page, charts = document.page_one, Charts(document.report)
    body = [
        f'<header><h1>{escape(document.title)}</h1><p class="period">{escape(document.period)}</p></header>',
        '<main><div class="page-one">',
        f'<p class="note about">{escape(document.foot)}</p>',
        _facts(page.runner, "runner"),
        _pair(_block(page.pain, charts), _block(page.activities, charts), "wide"),
        _block(page.chart, charts),
        _block(page.exercises, charts),
        _pair(_block(page.runs, charts), _block(page.happened, charts), "wider"),
        _pair(_block(page.questions, charts), _block(page.notes, charts)),
        f'<section class="method">{_block(page.method, charts)}</section>',
        '</div><div class="appendix"><h2>Appendix</h2>',
        *(_section(section, charts) for section in document.appendix),
        "</div></main>",
        f"<footer><p>{escape(document.foot)}</p><p>{escape(document.stamp)}</p></footer>",
    ]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="generator" content="itband {escape(document.report.version)}">',
            f"<title>{escape(document.title)}, {escape(document.period)}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            *body,
            "</body>",
            "</html>",
            "",
        ]
    )


def escape(text: str) -> str:
    """The text as it may stand in an element or an attribute."""
    return html.escape(unbroken(text))


class Charts:
    """The same drawings as in the PDF, as SVG that can stand in a page beside another one."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def svg(self, chart: Chart) -> str:
        from reportlab.graphics import renderSVG

        from data.exchange.report.chart import panels
        from data.exchange.report.scatter import scatter

        if chart.kind == "scatter":
            drawing = scatter(self._report.trends.together.pairs, *SCATTER_SIZE)
        else:
            drawing = panels(self._report, *CHART_SIZE)
        return _inlined(renderSVG.drawToString(drawing), chart)


def _inlined(svg: str, chart: Chart) -> str:
    """Without XML declaration and DOCTYPE, with ids of its own, and named instead of by reportlab's dots."""
    inner = svg[svg.index(">", svg.index("<svg")) + 1 :]
    inner = re.sub(r"\s*<title>.*?</title>\s*<desc>.*?</desc>", "", inner, count=1, flags=re.DOTALL)
    inner = re.sub(r'id="(clip|group)"', rf'id="{chart.kind}-\1"', inner)
    inner = inner.replace("url(#clip)", f"url(#{chart.kind}-clip)")
    inner = inner.replace("font-family: VeraBd;", "font-weight: bold; font-family: Vera;")
    inner = inner.replace("font-family: Vera;", "font-family: Verdana, 'DejaVu Sans', sans-serif;")
    inner = re.sub(r"\n\s*", "\n", inner)
    found = re.search(r'viewBox="([^"]*)"', svg)
    assert found is not None
    return (
        f'<svg class="{chart.kind}" viewBox="{found[1]}" role="img" aria-label="{escape(chart.title)}" '
        f'aria-describedby="{chart.kind}-words">{inner}'
    )


def _section(section: Section, charts: Charts) -> str:
    blocks = [_block(block, charts, 4, under=section.title) for block in section.blocks]
    return "\n".join([f"<section><h3>{escape(section.title)}</h3>", *blocks, "</section>"])


def _pair(left: str, right: str, kind: str = "") -> str:
    return f'<div class="{f"pair {kind}".strip()}"><section>{left}</section><section>{right}</section></div>'


def _block(block: Block, charts: Charts, level: int = 2, under: str = "") -> str:
    """level: of its heading. under: the heading that it stands beneath, not said again."""
    is_named = block.title not in ("", under) and not isinstance(block, Chart)
    parts = [f"<h{level}>{escape(block.title)}</h{level}>"] if is_named else []
    match block:
        case Table():
            parts.append(_table(block))
        case Facts():
            parts.append(_facts(block))
        case Figures():
            parts.append(_figures(block))
        case Remarks():
            parts.append(_remarks(block))
        case Words():
            parts += [f"<p>{escape(sentence)}</p>" for sentence in block.sentences]
        case Chart():
            parts.append(_chart(block, charts))
    return "\n".join(parts)


def _chart(chart: Chart, charts: Charts) -> str:
    return "\n".join(
        [
            f'<figure class="{chart.kind}">',
            f'<div class="scroll">{charts.svg(chart)}</div>',
            f'<figcaption class="alternative" id="{chart.kind}-words">',
            f"{escape(chart.title)}: {escape(chart.alternative)}</figcaption></figure>",
        ]
    )


def _facts(facts: Facts, kind: str = "plain") -> str:
    pairs = [
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        if kind == "runner"
        else f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>"
        for name, value in facts.pairs
    ]
    return "\n".join([f'<dl class="{kind}">', *pairs, "</dl>"])


def _figures(block: Figures) -> str:
    cells = [
        f'<div><dt><b>{escape(one.label)}</b><br><span class="when">{escape(one.when)}</span></dt>'
        f'<dd class="value{"" if one.value[:1].isdigit() else " unknown"}">{escape(one.value)}</dd></div>'
        for one in block.figures
    ]
    first, *others = block.sentences
    said = [f"<p><b>{escape(first)}</b></p>", *(f"<p>{escape(sentence)}</p>" for sentence in others)]
    return "\n".join(['<dl class="figures">', *cells, "</dl>", *said])


def _remarks(remarks: Remarks) -> str:
    if not remarks.items:
        return f"<p>{escape(remarks.empty)}</p>"
    items = [
        f'<li><b>{escape(when)}</b> <span class="own" dir="auto">{escape(text)}</span></li>'
        for when, text in remarks.items
    ]
    return "\n".join(["<ul>", *items, "</ul>", _note(remarks.note)])


def _note(note: str) -> str:
    return f'<p class="note">{escape(note)}</p>' if note else ""


def _table(table: Table) -> str:
    if not table.rows:
        return f"<p>{escape(table.empty)}</p>"
    rows = ["".join(_cells(table, row)) for row in table.rows]
    body, total = (rows[:-1], rows[-1:]) if table.has_total else (rows, [])
    heads = "".join(
        f'<th scope="col"{_kind(column.is_number)}>{escape(column.title)}</th>' for column in table.columns
    )
    shares = "".join(f'<col style="width: {column.share:g}%">' for column in table.columns)
    return "\n".join(
        [
            f'<div class="scroll"><table><caption>{escape(table.title)}</caption>',
            f"<colgroup>{shares}</colgroup>",
            f"<thead><tr>{heads}</tr></thead>",
            "<tbody>",
            *(f"<tr>{row}</tr>" for row in body),
            "</tbody>",
            *(f"<tfoot><tr>{row}</tr></tfoot>" for row in total),
            "</table></div>",
            _note(table.note),
        ]
    )


def _cells(table: Table, row: tuple[str, ...]) -> Iterator[str]:
    for at, (text, column) in enumerate(zip(row, table.columns, strict=True)):
        if at == 0:
            yield f'<th scope="row" dir="auto"{_kind(False, text)}>{escape(text)}</th>'
        else:
            yield f"<td{_kind(column.is_number, text)}>{escape(text)}</td>"


def _kind(is_number: bool, text: str = "") -> str:
    """Only a word that is longer than a column can be is broken."""
    is_long = any(len(word) > LONGEST_WORD for word in text.split())
    kinds = " ".join(["number"] * is_number + ["long"] * is_long)
    return f' class="{kinds}"' if kinds else ""
