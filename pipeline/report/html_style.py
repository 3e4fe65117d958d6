"""The style sheet of the page of a run: the house's colours, readable on a phone and in print."""

from typing import Final

STYLE: Final = """
:root { color: #1b1f24; background: #fff; font: 1rem/1.45 Calibri, Carlito, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
h1, h2, h3, h4 { color: #1f4e79; line-height: 1.2; }
h2 { margin-top: 2.5rem; }
h3 { margin-top: 2rem; border-top: 2px solid #1f4e79; padding-top: 0.75rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; }
thead th { color: #1f4e79; border-bottom: 1px solid #1f4e79; white-space: nowrap; }
tbody tr { border-bottom: 1px solid #d5dae0; }
tbody th { font-weight: normal; overflow-wrap: anywhere; min-width: 8rem; }
.number { text-align: right; padding-right: 1.5rem; }
.blocked, .error { color: #8c1d18; font-weight: bold; }
.ready { color: #1c5c36; font-weight: bold; }
a { color: #1f4e79; }
a:focus-visible, summary:focus-visible { outline: 3px solid #1f4e79; outline-offset: 2px; }
summary { cursor: pointer; margin: 0.75rem 0; }
pre { white-space: pre-wrap; border-left: 3px solid #9aa5b1; padding-left: 1rem; font: inherit; }
@media print { details { display: none; } main { padding: 0; } }
"""
