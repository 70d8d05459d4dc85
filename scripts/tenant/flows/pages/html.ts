const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** A whole page around its content. */
export const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>
* { box-sizing: border-box; }
body { font: 14px/20px "Segoe UI", "Segoe UI Web (West European)", Roboto, sans-serif; margin: 0; color: #242424; background: #f5f5f5; }
header { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; min-height: 48px; padding: 8px 16px; color: #fff; background: #0c2f4f; }
header a { color: inherit; font-size: 16px; font-weight: 600; text-decoration: none; }
header span { padding: 1px 10px; font-size: 12px; border: 1px solid #fff9; border-radius: 10px; }
main { max-width: 60rem; margin: 0 auto; padding: 16px; }
h1 { font-size: 24px; line-height: 32px; }
h2 { margin: 28px 0 8px; font-size: 18px; }
.card { overflow-x: auto; background: #fff; border: 1px solid #e0e0e0; border-radius: 6px; }
form.card, .card.text { padding: 4px 16px 16px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 10px 16px; vertical-align: top; }
tbody tr { border-top: 1px solid #e0e0e0; }
a { color: #0f6cbd; }
.on, .Succeeded { color: #0e700e; }
.off { color: #616161; }
.Failed { color: #b10e1c; }
label { display: block; margin: 12px 0 4px; font-weight: 600; }
label small { display: block; font-weight: 400; color: #616161; }
input, select { font: inherit; width: 100%; max-width: 40rem; padding: 6px 10px; border: 1px solid #8a8886; border-radius: 4px; }
button { font: inherit; font-weight: 600; margin-top: 16px; padding: 6px 16px; color: #fff; background: #0f6cbd; border: 0; border-radius: 4px; }
button:disabled { color: #616161; background: #e0e0e0; }
code { overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid #242424; outline-offset: 2px; }
header :focus-visible { outline-color: #fff; }
</style>
</head>
<body>
<header><a href="/">Dynamics 365</a><a href="/flows">Cloud flows</a><span>Local tenant</span></header>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;
