"""The built-in demo coach: no language model, only prepared questions and rules.

provider    streams an answer word by word
└── answer      puts it together: what was heard, perhaps a plan, one question
    ├── agenda      what to ask for next
    ├── heeding     how to show that the person was heard
    ├── voice       which of the ways to say a thing is still unsaid
    └── listening   the whole prompt -> a Story
        ├── telling     what one message adds to it
        │   └── gist        the few words that are worth saying back
        │       ├── clauses     English sentences taken apart
        │       └── mirror      I -> you, my -> your
        └── reading     language, kind and feeling of one message
            └── plain       no markup, no links, no control signs

`book` is the shape of a phrasebook, `shelf` reads them; a language is a folder in
`languages/` with `heard.toml` and `said.toml`, and an entry in `shelf.LANGUAGES`.
"""

from routing.providers.guide.answer import reply
from routing.providers.guide.provider import Guide

__all__ = ["Guide", "reply"]
