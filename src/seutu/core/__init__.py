"""Pure calculation: no Django, no input or output, no clock, no globals."""
