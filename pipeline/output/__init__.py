"""What reaches the disk: whole files, the output folder with its manifest, calendar files."""
