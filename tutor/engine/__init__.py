"""Pure rules over the model: no file, no clock, no chance of their own."""
