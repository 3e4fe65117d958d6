"""`python -m pipeline.cli` runs the same command as the console script."""

from pipeline.cli.boundary import main

main()
