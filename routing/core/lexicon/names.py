"""Capitalised words that do not name a person, and the words that mark a company."""

from routing.core.lexicon.listing import listed

FUNCTION_WORDS = listed(
    """
    i im ive id ill you he she we they it my your his her our their the a an and or
    but if so not no yes is are am was were be been do does did have has had can
    could will would shall should may might must this that these those there here
    what which who when where why how then than because while after before with
    without from for to of in on at by about as into over under up down out off
    again once since until always never maybe just only also still even really good
    bad great big little old young new best first second third last next one two
    three four five six seven eight nine ten dear hi hello hey regards sincerely
    kind yours thanks thank please ok okay sorry love cheers greetings el la los las
    un una mi tu su de del y o que como por para con sin en es soy estoy tengo hola
    gracias der die das dem den ein eine einer mein meine dein ihr unser ich du er
    sie wir und oder aber wenn dass mit ohne von zu le les des une mon ma mes ton ta
    ses notre votre je tu elle nous vous ils et ou mais si avec sans bonjour merci
    """
)

CALENDAR = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
    thur thurs fri sat sun january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec easter christmas xmas halloween thanksgiving valentine valentines spring
    summer autumn winter eve day week weekend montag dienstag mittwoch donnerstag
    freitag samstag sonntag januar februar märz mai juni juli oktober dezember
    ostern weihnachten pfingsten silvester navidad pascua noël pâques
    """
)

PLACES = listed(
    """
    england britain france germany spain italy portugal ireland scotland wales
    europe america africa asia australia canada mexico brazil india china japan
    russia turkey greece poland austria switzerland belgium netherlands holland
    sweden norway denmark finland kingdom states united deutschland österreich
    schweiz españa francia alemania suisse allemagne belgique london paris berlin
    madrid rome lisbon rotterdam amsterdam vienna munich hamburg barcelona bristol
    leeds manchester liverpool glasgow edinburgh dublin york city town angeles
    francisco diego antonio jose north south east west northern southern eastern
    western central english french spanish italian portuguese dutch polish turkish
    russian chinese japanese arabic greek american british european african asian
    irish scottish welsh swedish danish norwegian finnish indian
    """
)

KIN = listed(
    """
    mum mom mommy mummy dad daddy mother father grandma grandpa granny aunt auntie
    uncle brother sister papa mama oma opa mami papi maman mamie papy mamá papá
    abuela abuelo
    """
)

THINGS = listed(
    """
    zoom slack excel word powerpoint teams google apple microsoft amazon netflix
    instagram facebook whatsapp linkedin tiktok youtube twitter spotify iphone
    android ikea gmail outlook duolingo lego uber paypal growthplus junior senior
    manager director officer assistant curator engineer developer designer lead
    chief deputy executive president vice project product marketing sales finance
    human resources customer service support personal plan smart goal goals god lord
    jesus christ bible holy black white red green blue golden board game games cup
    world league premier champions tour street road lane avenue square park river
    lake mount mountain bridge church cathedral station dr mr mrs ms miss professor
    prof frau herr señor señora monsieur madame point points strength strengths
    chapter step part section unit level grade round
    """
)

NOT_NAMES = FUNCTION_WORDS | CALENDAR | PLACES | KIN | THINGS

COMPANY_WORDS = listed(
    """
    foods logistics consulting insurance freight pharma dental bank group ltd
    limited inc llc gmbh ag kg corp corporation company co partners solutions
    systems technologies tech software labs studios studio media industries
    electronics energy motors airlines airways hotel hotels restaurant bakery
    brewery council hospital clinic university college school academy institute
    foundation trust agency services holdings primary textiles tyres tires marine
    steel bros sons supermarket supermarkets pharmacy library museum press
    publishing construction builders engineering architects solicitors associates
    law legal financial capital chemicals firma werke stadtwerke klinik klinikum
    krankenhaus hochschule universität sparkasse molkerei verlag versicherung
    clínica hospital gestoría frutas talleres banco ayuntamiento supermercados
    société hôpital clinique mairie banque boulangerie cabinet usine
    """
)

PUBLIC_FIGURES = frozenset(
    name.strip()
    for name in """
    barack obama | donald trump | joe biden | elon musk | steve jobs | bill gates
    taylor swift | brene brown | james clear | marcus aurelius | viktor frankl
    eckhart tolle | oprah winfrey | tony robbins | stephen covey | michelle obama
    nelson mandela | albert einstein | charles dickens | jane austen | harry potter
    sherlock holmes | simon sinek | sigmund freud | carl jung | adam grant
    cal newport | mahatma gandhi | warren buffett | lady gaga | star wars | star trek
    """.replace("\n", "|").split("|")
)

FIRST_NAMES = listed(
    """
 james john
    robert michael william david richard joseph thomas charles daniel matthew
    anthony mark paul steven andrew kenneth george joshua kevin brian edward ronald
    timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
    justin scott brandon benjamin samuel gregory alexander frank patrick raymond
    jack dennis peter adam nathan henry simon oliver mary patricia jennifer linda
    elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra
    ashley emily donna michelle carol amanda melissa deborah stephanie rebecca laura
    helen anna nicole emma samantha katherine christine ruth rachel olivia julia
    sophie alice grace hannah lucy claire charlotte zoe fiona heather megan naomi
    maria josé juan antonio francisco manuel javier carlos miguel pedro pablo diego
    sergio luis jorge alberto carmen ana isabel pilar dolores teresa lucía marta
    elena cristina paula raquel sofía alba rosa hans peter klaus jürgen wolfgang
    stefan andreas matthias tobias sebastian florian lukas felix jonas leon max
    moritz ursula monika petra sabine claudia susanne katrin anja birgit heike silke
    stefanie lena lea greta ingrid gisela jean pierre michel andré philippe alain
    bernard jacques françois nicolas julien antoine mathieu luc marie monique
    nathalie isabelle sylvie catherine véronique sandrine céline chloé camille
    amélie manon léa mohammed muhammad mohamed ahmed ali omar hassan ibrahim yusuf
    fatima aisha zainab layla amina priya raj anil sanjay deepa sunita ravi arjun
    wei ming li chen yuki hiroshi kenji akiko olga natasha ivan dmitri sergei
    anastasia svetlana katarzyna agnieszka tomasz piotr marek kofi kwame ama chidi
    ngozi oluwaseun adebayo chinedu
    """
)

TITLES = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Frau|Herrn?|Doktor|Señora?|Sra?|Doña|Don|Mme|Mlle"
    "|Monsieur|Madame"
)
PARTICLES = "de|da|do|dos|van|von|der|den|del|di|la|le|bin|ibn|al|el|ten|ter|zu"

AFTER_SUMS = listed(
    """
    a an and or but if so to in on at by as per left net gross from for with when while
    instead after before plus out up month monthly year yearly last this each every
    since then because which that is was would of i we he she they my our their his her
    it off back more less than saved im pro und oder netto brutto vor nach auf mehr
    weniger monatlich bei al por y o mensuales menos mas de con sin en netos brutos par
    et ou net nets brut sur avec sans mois
    """
)
"""Words that may follow a bare number that is a sum of money: "earn 1480 a month"."""

SENTENCE_OPENERS = listed(
    """
    yesterday today tomorrow tonight everyone everybody nobody someone anyone both
    each every all most many some any other others another such same own few several
    tell ask write help make give get turn meet poor make call email text show let
    say thinking talking meeting being having going please however although though
    even since until during between among against despite maybe perhaps sometimes
    often usually later soon finally recently lately currently apparently basically
    btw fyi ps re subject from sent note notes update gestern heute morgen alle
    jeder niemand vielleicht manchmal liebe lieber hallo ayer hoy mañana todos nadie
    quizás querida querido hier aujourd'hui demain tout tous personne chère cher
    """
)

GERMAN_SIGNS = listed(
    "ich und der die das nicht ist mein meine wir bin habe mit auf für wie was ein eine"
)
"""Words that tell German, where every noun has a capital."""
