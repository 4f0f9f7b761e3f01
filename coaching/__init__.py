"""The product and the site: accounts, conversations, turns, pages, socket, settings."""
