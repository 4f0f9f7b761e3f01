"""The routing app's commands."""
