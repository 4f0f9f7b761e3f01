"""The pure core of routing: values in, values out; no clock, chance or network."""
