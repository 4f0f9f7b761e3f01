"""The pure core of routing: values in, values out; no framework, clock, chance or network."""
