/// The style sheet of a report: one family, four sizes, one accent for each fate of a record, both colour schemes.
enum Style {
    static let sheet = """
        :root{--paper:#fdfdfc;--ink:#1b1c1d;--soft:#5c5f62;--line:#e3e3df;--track:#f0f0ec;--plain:#5276a7;--articles:#1f7a63;\
        --duplicates:#b06f10;--rejects:#b5432f;--added:#dff1e6;--removed:#f8e3de}
        @media (prefers-color-scheme:dark){:root{--paper:#15171a;--ink:#e9e9e6;--soft:#a2a5a8;--line:#2c3034;--track:#212529;\
        --plain:#86aadb;--articles:#5ec3a6;--duplicates:#dba64a;--rejects:#ee8a74;--added:#1d3a2e;--removed:#44261f}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0 auto;max-width:62rem;padding:2.5rem 1.25rem 4rem;background:var(--paper);color:var(--ink);\
        font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
        h1,h2,h3,p,dl,dd,figure,table{margin:0}
        h1{font-size:2.1rem;line-height:1.15;font-weight:650;letter-spacing:-.02em}
        h2{font-size:1.3rem;line-height:1.3;font-weight:650;letter-spacing:-.01em;margin-bottom:.25rem}
        h3,caption{font-size:1rem;font-weight:600;text-align:left}
        .kicker,.note,.share,caption+*,summary,thead th,.axis,.top,dt{font-size:.875rem}
        .kicker,.note,.share,.axis,.top,dt,summary,thead th{color:var(--soft)}
        .kicker{font-weight:600;margin-bottom:.25rem}
        header .note{margin-top:.5rem}
        .totals{display:grid;grid-template-columns:repeat(4,1fr);gap:1rem;margin-top:1.75rem}
        .totals div{border-top:3px solid var(--soft);padding-top:.5rem}
        .totals dd{font-size:2.1rem;line-height:1.2;font-weight:650;letter-spacing:-.02em}
        .totals dd.share{font-size:.875rem;font-weight:400;letter-spacing:0}
        .totals .articles{border-color:var(--articles)}.totals .duplicates{border-color:var(--duplicates)}
        .totals .rejects{border-color:var(--rejects)}
        section{margin-top:3.25rem}
        section>.note{max-width:44rem;margin-bottom:1rem}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:2rem 2.5rem;margin-top:2rem;align-items:start}
        .pair>*{min-width:0}
        table{border-collapse:collapse;width:100%}
        caption{padding-bottom:.4rem}
        th{font-weight:400;text-align:left}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .bars{table-layout:fixed}
        .bars th,.bars td{padding:.2rem 0;vertical-align:middle;line-height:1.35}
        .bars th{padding-right:1rem;overflow-wrap:anywhere}
        .bars .number,.bars .share{text-align:right;white-space:nowrap}
        col.label{width:34%}.pair col.label{width:44%}col.number{width:4.5rem}col.share{width:4.75rem}
        .bars .part th{padding-left:1rem;color:var(--soft)}.bars .part .number{color:var(--soft)}
        .bar i{display:block;height:.85rem;min-width:2px;background:var(--plain);border-radius:1px}
        .bars .part i{height:.5rem;opacity:.75}
        i.articles{background:var(--articles)}i.duplicates{background:var(--duplicates)}i.rejects{background:var(--rejects)}
        rect.plain{fill:var(--plain)}rect.articles{fill:var(--articles)}rect.duplicates{fill:var(--duplicates)}
        figcaption{margin-bottom:.5rem}
        .plot{position:relative;border-top:1px solid var(--line);border-bottom:1px solid var(--soft)}
        .plot svg{display:block;width:100%;height:9rem}
        .plot .top{position:absolute;right:0;top:-1.45rem}
        .axis{display:flex;justify-content:space-between;padding-top:.2rem}
        .spark svg{display:inline-block;width:100%;height:1.1rem;vertical-align:-.15rem;border-bottom:1px solid var(--line)}
        summary{cursor:pointer;padding:.35rem 0;width:fit-content}
        summary:hover{color:var(--ink)}
        :focus-visible{outline:2px solid var(--plain);outline-offset:2px}
        .scroll{overflow-x:auto}
        .plain th,.plain td{padding:.3rem 1rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
        .plain td,.plain thead th+th{text-align:right;white-space:nowrap}
        .plain tr>:last-child{padding-right:0}
        .plain tbody th{overflow-wrap:anywhere;min-width:9rem}
        .plain.text td,.plain.text thead th+th{text-align:left;white-space:normal;overflow-wrap:anywhere}
        .names{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:2rem 2.5rem;margin-top:1.5rem;align-items:start}
        .names>*{min-width:0}
        .names td,.names th{padding:.2rem 0;vertical-align:baseline;line-height:1.35}
        .names th{overflow-wrap:anywhere;padding-right:.75rem}
        .names td{text-align:right;white-space:nowrap;width:3.75rem}
        .names tfoot td{text-align:left;white-space:normal;width:auto}
        .names small{color:var(--soft);font-size:.875rem}
        .story{border-top:1px solid var(--line);padding:.9rem 0}
        .story .diff{max-width:44rem;margin-top:.6rem;overflow-wrap:anywhere;white-space:pre-line}
        ins,del{padding:.05em .15em;border-radius:2px}
        ins{background:var(--added);text-decoration:none}del{background:var(--removed)}
        .gap{color:var(--soft)}
        .reason{border-top:1px solid var(--line);padding:.75rem 0}
        .reason ul{margin:.3rem 0 0;padding-left:1.1rem}.reason li{overflow-wrap:anywhere}
        .reason li span{color:var(--soft)}
        @media (max-width:46rem){body{padding:1.5rem 1rem 3rem}.totals{grid-template-columns:1fr 1fr}.pair{grid-template-columns:1fr}\
        section{margin-top:2.5rem}.bars colgroup{display:none}.bars tbody tr{display:grid;grid-template-columns:1fr auto 4.5rem;align-items:baseline;padding:.2rem 0}\
        .bars th,.bars td{padding:0}.bars .bar{grid-row:2;grid-column:1/-1;padding:.15rem 0 .25rem}.bar i{height:.6rem}.bars .part i{height:.4rem}\
        h1,.totals dd{font-size:1.75rem}}
        @media print{body{max-width:none}section{break-inside:avoid}}
        """
}
