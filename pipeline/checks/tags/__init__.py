"""How tags stand in Word: what they take along, where blocks open and close, broken brackets."""
