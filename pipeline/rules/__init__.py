"""What the types of the schemas cannot say: rules over a whole submission or programme file."""
