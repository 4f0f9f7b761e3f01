"""Vocabulary as data, in English, Spanish, German and French; `phrases` reads it."""
