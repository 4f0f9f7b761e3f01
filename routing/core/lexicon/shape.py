"""Words that show the kind of a message: question, greeting, recap, example."""

SHELVES = {
    "question": """
        ? | ^what | ^whats | ^how | ^hows | ^why | ^who | ^whos | ^when | ^where
        ^which | ^is (it) | ^are | ^am | ^do | ^does | ^did | ^can | ^could
        ^should | ^would | ^will | ^may i | ^any
        ^tell me | ^give me | ^show me | ^recommend | ^explain | ^name | ^suggest
        ^help | ^push me | ^cheer | ^need a | ^i need a | ^tips | ^say something
        ^just | ^quick | ^list | ^best way | ^need
        ^que | ^como | ^cuanto* | ^cual | ^cuando | ^donde | ^por que | ^quien
        ^dime | ^dame | ^algun* | ^es | ^eres | ^puedo | ^hay
        ^was | ^wie | ^warum | ^wer | ^wann | ^wo | ^welche* | ^ist | ^kann | ^soll
        ^gibt | ^gib | ^sag | ^darf | ^hast | ^nenn* | ^muss | ^kannst | ^konnt
        ^quel* | ^comment | ^pourquoi | ^qui | ^quand | ^combien | ^est ce | ^peux
        ^donne | ^faut | ^dis | ^c est quoi | ^dois | ^puis
    """,
    "basic": """
        what is a/an/the/self | whats a/an/the (good) | what are (some/good/typical)
        what does .. mean | what does .. stand | how long | how often | how many
        how much | how old | when is | who won | where do
        is it ok/okay/normal/weird/rude/bad/healthy/true/wrong/fine/possible | can i
        am i allowed | should a | should i reply/send/wear/bring | any tips | tips
        tip | tricks | trick | quick | good .. to | how do i say | how do you
        how do i stop/start/ask/tell/get | what can i say
        what should i wear/text/bring | do i need/have to
        recommend | difference between | polite way | stay motivated | one sentence
        one line | first step | safe topic | best time | which .. easiest
        algun truco | cuanto | que le digo | que es | was ist | was sind | wie lange
        was schenkt | wie oft | wie viele | kann man | c est quoi | combien
        comment dire | faut il | qu est ce
    """,
    "greeting": """
        ^hi | ^hey* | ^hello | ^hiya | ^yo
        ^good morning/evening/afternoon/night/day | goodnight | night night
        ^thanks | ^thank you | ^thx | ^tysm | ^ty | ^cheers | ^bye | ^goodbye
        ^see you | ^see ya | later | ^cool | ^great | ^perfect | ^nice | ^ok | ^okay
        how are you | whats up | ^sup | you there
        ^hola | ^buenos dias | ^buenas | ^gracias | ^adios | ^hasta | ^hallo
        ^guten | ^danke | ^tschuss | ^moin | ^servus | ^gute nacht | ^bonjour
        ^bonsoir | ^salut | ^merci | ^au revoir | ^coucou | ^bonne
    """,
    "summary": """
        summar* | sum up | sum it/this/that/these/them up | recap | tl dr | tldr
        condense* | boil .. down | shorten | make .. shorter | make .. short
        trim .. down/to | trim | in a nutshell | the gist | gist of | key points
        main points | key takeaways | takeaways | short version | in short
        cut .. down to | essentials | the essence | shortest form | short form
        in plain words | plain english/language | in one breath | bullet points
        in bullets
        one sentence each | one line each
        in/into/to (two/three/one/four/five/2/3/4/5) (short/plain) sentences/
        sentence/lines/line/bullets/bullet/points
        in _ words | (under/max/maximum/most) _ words | sentences max | lines max
        max two/three/five sentences | what weve covered/discussed/said/learned
        what have we covered/discussed | ive learned so far | so far in this chat
        paraphrase | too long to read | compress | abridge | digest of | up to now
        who said what | give it back to me | three main
        list/name those/the four/three/five
        resumen | resumir | resumeme | resume esto/este/esta/estos/estas/en/lo/la
        resumelo | acorta | sintetiza | en una frase para | en pocas palabras
        zusammenfass* | fass .. zusammen | fasse .. zusammen | fasst .. zusammen
        kurze .. das/diesen/den/die/diese | in .. stichpunkten/satzen | satze machen
        auf den punkt | kurzfassung
        resume moi | resume ce/cet/cette/ces/les/le/la/nous | resumer | resumez
        resumes | recapitul* | un recap | un resume | raccourci*
        en quelques points/lignes/mots/phrases
        en deux/trois/une/cinq phrase/phrases/lignes/points
        nutshell | reduce .. to | only the important
        the important bits | most important points | in brief
        threads for me | the steps again | list .. again | wichtigste kurzen
        auf das wichtigste | kernaussage | kurz gesagt | in einem satz
        nur ein satz | lo esencial | lo mas importante | los puntos principales
        resumido | l essentiel | en bref | en gros | le resume
    """,
    "not summary": """
        my resume | a resume | resume for | your resume | resume and | on my resume
        under my
    """,
    "example": """
        for example | e g | eg | for instance | as an example | to give an example
        an example of what | por ejemplo | p ej | zum beispiel | z b
        beispielsweise | par exemple
        things ive tried | what ive tried | what i tried | mine so far
        ive got so far | so far i | so far for | so far :
        ive tried several/three/two/four/five/these/the
        ive already tried/apologised/done/asked | we already have | already have
        already got | best ive got | ive written so far | ive rejected | drafts
        facts
    """,
    "not example": """
        give/show/need/want/tell me (an/some/any) (good/real/concrete) example*
        set an example | a good example | an example ? | any examples
        some examples | dame .. ejemplo* | un exemple ? | gib .. beispiel
    """,
    "adjusting": """
        instead | swap | lighter | fewer | keep them | change it | change the
        make it | move it | skip | drop | less of | more of
    """,
}
