"""The words and forms of each language: gettext catalogues, dates, times, money and lists."""
