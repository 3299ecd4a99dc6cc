"""Opens reports in headless Chromium: they render without a complaint or a request, charts hold the numbers of their tables,
nothing sticks out, text stands out from its ground; and keeps screenshots for eyes."""

import http.server
import pathlib
import sys
import threading

from playwright.sync_api import sync_playwright

WIDTHS = {"desktop": 1280, "phone": 390}

# In the page: what a reader would stumble over, as sentences.
PROBE = """
() => {
  const bad = [];
  const number = text => Number(text.replace(/[^0-9]/g, ''));
  for (const table of document.querySelectorAll('table.bars')) {
    const rows = [...table.querySelectorAll('tbody tr')];
    const track = row => row.querySelector('td.bar').getBoundingClientRect().width;
    const counts = rows.map(row => number(row.querySelector('.number').textContent));
    const widths = rows.map(row => row.querySelector('i').getBoundingClientRect().width);
    const high = counts.indexOf(Math.max(...counts));
    rows.forEach((row, place) => {
      const expected = Math.max(2, widths[high] * counts[place] / Math.max(1, counts[high]));
      if (Math.abs(widths[place] - expected) > 1.5)
        bad.push(`bar "${row.innerText}" is ${widths[place]} wide, not ${expected}`);
      const bar = row.querySelector('i').getBoundingClientRect(), cell = row.querySelector('td.bar').getBoundingClientRect();
      if (bar.right > cell.right + 2.5) bad.push(`bar "${row.innerText}" leaves its cell`);
    });
  }
  for (const figure of document.querySelectorAll('figure')) {
    const columns = [...figure.querySelectorAll('rect')].map(rect => ({
      label: rect.textContent.split(': ')[0], count: number(rect.textContent.split(': ')[1]), height: rect.height.baseVal.value }));
    const cells = [...figure.querySelectorAll('tbody tr')].map(row => [row.cells[0].textContent, number(row.cells[1].textContent)]);
    if (JSON.stringify(columns.map(c => [c.label, c.count])) !== JSON.stringify(cells)) bad.push('a chart differs from its table');
    const peak = Math.max(...columns.map(c => c.count));
    for (const column of columns)
      if (Math.abs(column.height - Math.max(2, 100 * column.count / peak)) > 1) bad.push(`column ${column.label} has the wrong height`);
  }
  for (const svg of document.querySelectorAll('svg'))
    if (!svg.getAttribute('aria-label')) bad.push('a chart has no label');
  if (document.documentElement.scrollWidth > innerWidth) bad.push(`the page is ${document.documentElement.scrollWidth} wide`);
  const channel = v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const luminance = c => { const [r, g, b] = c.match(/[0-9.]+/g).map(Number).map(channel); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const paper = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    if (!/, 0\\)$/.test(c) && c !== 'transparent') return c; } return 'rgb(255,255,255)'; };
  const seen = new Set();
  for (const element of document.querySelectorAll('h1,h2,h3,p,th,td,dt,dd,summary,caption,small,ins,del,li,span')) {
    if (!element.innerText || !element.checkVisibility()) continue;
    const [a, b] = [luminance(getComputedStyle(element).color), luminance(paper(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const kind = element.tagName + '.' + element.className;
    if (ratio < 4.5 && !seen.has(kind)) { seen.add(kind); bad.push(`${kind} has a contrast of ${ratio.toFixed(1)} only`); }
  }
  const levels = [...document.querySelectorAll('h1,h2,h3')].map(h => Number(h.tagName[1]));
  levels.forEach((level, i) => { if (i && level > levels[i - 1] + 1) bad.push('a heading skips a level'); });
  return bad;
}
"""


def look(page, name, shots):
    bad, requests = [], []
    page.on("console", lambda message: bad.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: bad.append(f"error: {error}"))
    page.on("request", lambda request: requests.append(request.url))
    for kind, width in WIDTHS.items():
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            requests.clear()
            page.goto(name)
            bad += [f"it asks for {url}" for url in requests if url != name and not url.startswith("data:")]
            bad += [f"{width} pixels, {scheme}: {line}" for line in page.evaluate(PROBE)]
            page.screenshot(path=shots / f"{kind}-{scheme}.png", full_page=True)
            page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")
            bad += [f"{width} pixels, {scheme}, unfolded: {line}" for line in page.evaluate(PROBE)]
            page.screenshot(path=shots / f"{kind}-{scheme}-unfolded.png", full_page=True)
    return bad


def main():
    report, shots, browser = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), sys.argv[3]
    shots.mkdir(parents=True, exist_ok=True)
    handler = lambda *a, **k: Quiet(*a, directory=str(report.parent), **k)  # noqa: E731
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        bad = look(chromium.new_page(), f"http://127.0.0.1:{server.server_port}/{report.name}", shots)
        chromium.close()
    for line in dict.fromkeys(bad):
        print(line, file=sys.stderr)
    print(f"{report.name}: {'good' if not bad else f'{len(bad)} complaints'}; screenshots in {shots}")
    sys.exit(1 if bad else 0)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


if __name__ == "__main__":
    main()
