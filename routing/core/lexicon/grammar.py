"""Small words that carry the build of a sentence, in four languages."""

from routing.core.lexicon.listing import listed

JOINTS = listed(
    """
    and but so or because cause ok okay well now then also please pls plz hey hi
    hello seriously honestly um uh oh yes yeah yep no nope hmm wait still lol haha
    und aber also denn oder bitte ja nein hallo y pero o entonces pues por bueno
    vale hola et mais ou donc alors bon bonjour oui non
    """
)
"""Words after which a clause may begin as if nothing had been said."""

HOSTS = listed(
    """
    what it that who how where there here he she let when why this everything
    nothing everyone nobody someone one
    """
)
"""Words after which 's is a verb and stays: what's, "whats"."""

ASKING = listed(
    """
    what whats how which why who where whether que como cual cuales cuanto por was
    wie warum welche welcher welches woran wer wo ob quel quelle quels quelles
    comment pourquoi qui
    """
)
"""Words that open a question about something."""

AUXILIARIES = listed(
    """
    should do would is am are could can does shall will were soll sollen lohnt ist
    debo deberia conviene faut dois est vaut
    """
)
"""Words that open a question about yes or no."""

OR = listed("or oder ou o u")

ORDERS = listed(
    """
    give gimme write help please tell list make build plan think compare rank lay
    sort need want let show suggest find name set draw put draft look break work
    figure weigh come invent compose describe could can would dame dime escribe
    ayuda ayudame hazme inventa gib schreib sag hilf nenn erfinde bitte mach fass
    donne ecris aide dis trouve invente propose fais peux
    """
)
"""Words that open a request, at the first or second place of a sentence."""

COLLECTED = listed(
    """
    tried far list lists attempt attempts reason reasons wins facts notes options
    titles jokes collected done rejected already points probiert versucht bisher
    grunde liste probado intentado razones essaye ici raisons
    """
)
"""Words before a colon that promise material: "what I tried so far: ..."."""
