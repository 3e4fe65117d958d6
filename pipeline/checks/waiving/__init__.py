"""What somebody has accepted of a check's findings: waivers with a reason, and old findings."""
