"""paja: from filled-in spreadsheets to the documents of a public innovation programme."""
