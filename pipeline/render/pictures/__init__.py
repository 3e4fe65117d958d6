"""Pictures in the place of placeholder images."""
