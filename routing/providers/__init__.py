"""Where models run: each module speaks one wire format behind the Provider port."""
