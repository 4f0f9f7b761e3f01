"""Choose a model for every message and stream its answer."""
