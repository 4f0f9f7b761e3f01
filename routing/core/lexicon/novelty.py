"""Words of making something new: texts to write, ideas and names to find."""

CLASSES = {
    "create": """
        write compose invent* craft pen create make devise imagine improvise dream
        draft design rewrite reword rephrase narrat* tell describe spin conjure
        concoct sketch script phrase escribe* escribir* inventa* crea redacta*
        imagina* haz hazme compon* cuenta cuentame narra schreib* erfinde* erfind
        dicht* verfass* entwirf formulier* erzahl* bastel* ecri* invente* redige*
        compose* imagine* raconte* cree*
    """,
    "text": """
        poem* verse verses rhyme* limerick* haiku* sonnet ode song songs lyrics
        ballad shanty rap lullaby jingle hymn anthem story stories tale tales fable*
        fairytale parable myth legend* scene scenes dialogue monologue sketch skit
        screenplay script speech speeches toast toasts eulogy obituary tribute
        laudatio vows vow sermon address keynote opening opener introduction intro
        welcome farewell letter letters postcard card cards note notes message mail
        email text texts invitation* invite announcement advert ad post caption
        captions slogan* tagline* motto mottos headline* bio blurb title titles
        subtitle pitch manifesto mantra* affirmation* ritual* ceremony prayer
        blessing chant spell talk lines line paragraph* sentence sentences words
        backstory character villain riddle riddles joke* pun puns prank* portrait
        quiz horoscope nickname backronym picture metaphor image poema* verso*
        cancion* cuento* historia* relato* discurso* brindis carta* mensaje* nota
        postal lema* eslogan* saludo invitacion* letra presentacion gedicht* reim*
        lied geschichte* marchen fabel* rede reden trinkspruch brief briefe
        anschreiben motivationsschreiben bewerbung* nachricht spruch spruche motto
        karte text grusswort ansprache einladung* postkarte ratsel poeme* vers
        chanson* histoire* conte* fable* discours mot carte devise* texte rituel*
        berceuse
    """,
    "new": """
        funny funnier fun witty playful silly cheeky quirky weird weirder odd odder
        unusual crazy wild creative original originell* surprising unexpected
        imaginative whimsical poetic theatrical fresh clever catchy punny
        unconventional offbeat strange outlandish outrageous ridiculous bizarre
        inventive sassy hilarious absurd grander original* divertid* gracios*
        creativ* verruckt* schrag* lustig* witzig* frech* kreativ* drole* rigolo*
        insolite* farfelu* marrant*
    """,
    "ideas": """
        ideas idea idee* names nicknames titles metaphor metaphors slogans mottos
        taglines themes suggestions suggestion alternatives activities games
        icebreakers puns gifts presents captions analogies mantras headlines prompts
        challenges surprises pranks episodes inspiration acronyms costumes riddles
        rumours nombres titulos metaforas lemas regalos actividades juegos apodos
        propuestas ideen namen titel metaphern spruche geschenke aktivitaten spiele
        spitznamen vorschlage einfalle ratsel uberraschungen noms titres metaphores
        cadeaux activites jeux surnoms defis
    """,
    "loose": """
        things ways options questions spots paths projects tasks recipes hobbies
        experiments versions uses scenarios concepts images toasts excuses rules
        twists formas maneras aufgaben facons pistes episode
    """,
    "many": """
        some few couple two three four five six seven eight nine ten eleven twelve
        fifteen twenty thirty forty fifty several dozen dozens many more 2 3 4 5 6 7
        8 9 10 12 15 20 24 25 30 40 50 bunch loads lots list plenty different new
        other another unos unas algunas algunos tres cuatro cinco seis siete ocho
        nueve diez doce veinte varios varias mas paar einige drei vier funf sechs
        sieben acht neun zehn zwolf zwanzig viele mehr neue dutzend quelques trois
        quatre cinq sept huit neuf dix douze vingt plusieurs
    """,
    "hand": """
        give gimme throw hit send toss list suggest spit share offer name find think
        drop fire pitch propose lend bring dame danos dime propon* sugiere* busca*
        gib gebt nenn* schlag* such* sammel* donne* propose* trouve* suggere*
        cherche* lance*
    """,
}

SHELVES = {
    "writing": """
        ^(can/could/would/will) (you) (please) write/compose/invent/narrate/
        craft/pen/draft/rewrite/rephrase/reword/improvise/describe/turn
        ^write | ^compose | ^invent | ^narrate | ^draft | ^rewrite | ^rephrase
        ^reword | ^describe
        write me/us/him/her/them/my
        write a/an/the/something/some/one/two/three/another/it
        to write a/an/the/me/my | then write | help .. write | please write
        draft a/me/an | draft .. me | make up | making up | come up with | think up
        dream up | cook up | conjure up | whip up | knock up
        <create> (me/us/him/her) (a/an/the/some/my/our/un/una/ein/eine/einen/
        une/two/three/four) .. <text>
        <new> <text> | invent one | make one up
        ^(give/do/make/lend) me/us/him/her/them (a/an/the/some) .. <text>
        ^do a/an .. <text>
        need/want/like/love a/an/the/some .. speech/toast/poem/story/eulogy/
        tribute/obituary/postcard/introduction/opening/invitation/intro/
        shanty/song/rhyme/tale/scene/character/villain/slogan/motto/tagline/
        ceremony/ritual/backstory/line/reply/answer/words
        need words for | words for my/our/the/his/her
        then give me
        give me an/a/the opening/introduction/intro/first/closing/last/ending
        an opening | give .. a (silly/new/proper/playful/funny) name/title/backstory
        speech from | letter from | letter to my
        turn .. into a/an/the/something | turn this/that/it/these/them into
        put .. into verse | make that/this/it/these/them into
        make (it/this/that/me) .. sound/funnier/funny/warmer/softer
        so (that) its funny | in the voice of | in the style of | in the tone of
        as a/an poem/song/story/fairy/letter/lodger
        something i/we/he/she can/could/might say/read/tell/give/sing/hang/
        repeat/shout
        something .. to shout/read/say | lines i can/could
        (short/little/small/warm/funny/good/nice) <text> i can/could/might
        pep talk | halftime speech | battle cry | bedtime story
        story about | poem about | tell me a story | tell .. a (bedtime) story
        role play | roleplay | improv* | pretend | lets play | imagine a
        one more .. softer/funnier/shorter/longer/warmer | another version
        do one more | (make/do) .. the rest .. touching/funny/nice/warm
        like a human | make people smile/laugh | rename
        and a motto | name and a | name for my/our/a/the
        ceremony .. for | ritual .. for | spice up | jazz up | punch up | liven up
        playful title | surprising version* | unusual version*
        backstory
        me escribes | escribeme | puedes/podrias escribir* | ^inventa* | ^escribe*
        un poema | un cuento | una carta de | con chispa
        ^schreib* .. (mir/uns) .. ein/eine/einen | ^schreib* | denk dir .. aus
        ausdenken | ^erfind* | ein gedicht | ein marchen | eine rede | umschreiben
        ^ecris | ^ecrivez
        peux/pourrais tu .. ecrire/inventer | tu peux/pourrais .. ecrire/inventer
        ^invente*
        ^raconte* | ^imagine* | un poeme | un petit mot | un discours
        escribe un/una | redactame | inventa un/una/el/la
        cuentame un cuento | hazme un poema | un discurso | un brindis
        unas palabras para | unas lineas | con humor
        schreib mir/uns/einen/eine/ein | formuliere mir | formulier mir | verfasse
        dichte mir | erfinde einen/eine/ein | erzahl mir eine
        ein paar zeilen | ein paar worte | mit humor | eine geschichte | ein lied
        ecris moi | ecris un/une | redige | invente un/une | raconte moi une
        un toast | quelques mots pour | quelques lignes | avec humour | une chanson
        une histoire
        say a few words | a few words for/at | few words on
        with a chorus | last line should
        first line should | five lines | 5 lines | eight lines | three lines
        make one where | make one that | do something short
        an announcement | something solemn | a start that gets
        paint me a picture | picture in words | help me with a text
        let him/her/it speak | give .. a voice
        speaks for a minute | in the style | spooky | horror story
        ghost story | short story | screenplay | lullaby | legend for
        point of view
    """,
    "writing hint": """
        rhym* | poetic | imagery | cliche* | not soppy | not cheesy | no cliches
        tone | style | creativ* | affectionate | humour | humor | tongue in cheek
        dry | warm | touching | catchy | make people | boring | half a page | a page
        minute and a half | sentences | a minute | words | <new>
    """,
    "ideas": """
        brainstorm* | <many> <ideas> | <many> _ <ideas>
        ^<hand> (me/us/dir/mir/moi/nous) .. <ideas> | ^<hand> me/us .. <loose>
        <new> .. <ideas>
        <ideas> for/to a/an/my/our/the/when/me/us/someone/her/him/starting/
        put/hide/celebrate
        any .. ideas | got .. ideas | have .. ideas | ideas for | ideas on
        idea wanted | ideas wanted | names for | titles for | slogans for
        need .. ideas | <ideas> .. please | <ideas> .. pls | suggestions ? | ideas ?
        options ? | thoughts on what to call | names pls
        got any more | any/some/few/many/lots more of/like/along/in
        any more
        more of those/these/them | give .. more | more like | more in
        in that/this/the same tone/spirit/style/vein/direction
        along those/these lines | like that for | new ones | lots of them
        <many> of them | a few to choose | to choose from | i can pick
        hit me | throw .. at me | fire away | spit out | spitball | anything goes
        the _ the better | wild is | get creative | be creative
        surprise me | go wild | go nuts | think outside
        what could/can/might i/we/you do with | things we could | things i could
        things to put/do/say/try/make
        ways to (make/use/celebrate/say/mark/tell/surprise/pay/thank/decorate/
        hide/spend)
        unusual ways | what should i/we name/call | what to call
        what would you call/name | call my/our/it | name my/our | name it
        what are some | list a dozen | list <many>
        alternatives | theme for
        birthday/party/date/gift/present/farewell/costume/name/surprise idea*
        present for | goodbye present | small presents | a surprise for
        need a surprise | surprise my/him/her/them | nickname* | icebreaker*
        metaphor* | slogan* | team name | title ? | names
        se te/le/os ocurre* | lluvia de ideas | dame/danos/proponme .. ideas
        ideas para/de | nombres para/de | apodos | que nombre* | como llamarias
        que apodo* | algo original
        fallt dir/ihnen/euch .. ein | fallen dir/ihnen .. ein
        hast du .. ideen/idee/vorschlage/einfalle | ideen fur/wie/zu/gegen
        idee fur | namen fur | mottos fur | suche originelle
        hilf/helft mir/uns .. finden | fehlen .. noch .. ratsel/ideen/namen
        <many> .. ideen | gern auch verruckte
        trouve* .. (moi/nous) .. idees/noms/titres/slogans/surnoms/defis
        propose* .. (moi/nous) .. des | idees de/pour/d | des idees | une idee de
        noms de/pour | remue meninges | as tu des idees | comment appeler
        des titres
        que se te ocurre | que se os ocurre | me das ideas
        dame .. nombres/titulos/opciones/propuestas | alguna idea | ideas originales
        necesito ideas | ideas para | sugerencias para | inventar nombres
        nombres de
        was konnte man mit | was konnten wir mit | was konnte ich mit
        wie konnten wir .. nennen | wie konnte .. heissen | wie nennen wir
        wie soll .. heissen | vorschlage fur | vorschlage bitte | ideen bitte
        brauche ideen | suche ideen | noch ein paar | je verruckter | lieber albern
        gib mir .. ideen | sammle .. ideen | welche ungewohnlichen | zehn stuck
        donne moi des idees | des idees de | idees pour | tu as des idees
        besoin d idees | des suggestions | suggere moi | des noms pour | quel nom
        comment nommer | comment l appeler | inventer des | propose moi des
        suggestions wanted | any thoughts | name ideas
        as many ways as | dozen ways | ways to use
        what could we play/build/wear/do/call/bring
        what could our .. be called | what are twenty/ten/some unusual | throw out
        what would you name | need new | need another
        another six/five/ten/few | think of a few
        think of some | think of something | a handful | options pls/please
        surprise for | cheering up
    """,
    "ideas hint": """
        <ideas> | inspir* | something less | something more | unusual
        max | <new> | outrageous | choose from
    """,
    "not new": """
        peoples names | forget* .. names | remember .. names | names of people
        shorten | shorter | shortest | condense | trim | summar* | sum up | tl dr
        tldr | boil .. down | cut .. down | recap | write down | jot down
        essentials | plain words | proofread | spelling | translate
        how long should | how do you write | how to write | how do i write
        what do i write | what do you write
        what should i text/write/say/name/reply | what can i say
        what do i reply/say | should a .. be | check whether | look over
        right tone | professional enough | come across | sound professional
        does this sound | is this ok/okay/too
        a good name | a good answer | good question* to | a good gift | a good topic
        good evening question | just .. one line | one sentence to
        a line to | one line | una frase | ein satz | eine frase | une phrase
        say something | something to make/get me | tell me something | a good excuse
        whats a good | what is a good | friendly opening | opening line
        make/making sense | make a plan | make me a plan | make a decision
        make sure | make friends | making friends | make .. sandwich | make myself
        create/make/write/draft/design/build .. plan/schedule | plan me
        make my week | would be ways | what would be ways | three ways
        what does .. mean | what do .. mean | hand in | name on | my name is
        full name | last name | maiden name | first name | in my name
        who said what | phone message | voice message | a good idea | no idea
        any idea what/how/why/if/when | idea of | idea that | my idea | in theory
    """,
}
