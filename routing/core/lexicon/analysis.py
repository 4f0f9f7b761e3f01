"""Words of weighing, finding causes and planning within limits, and of small advice."""

CLASSES = {
    "plan": """
        plan plans schedule roadmap timetable programme program curriculum routine
        lernplan zeitplan trainingsplan parcours planning calendario calendrier
    """,
    "unit": """
        day days week weeks month months quarter quarters year years hour hours
        evening evenings
    """,
    "them": """
        these those them both each two three four options all either things
        everything any
    """,
    "best": """
        better best first right wiser smarter sensible safest worst worse least most
        more
    """,
}

SHELVES = {
    "weighing": """
        how do/can/should/would i/we choose/decide between/whether/if/which
        stay or go
        choose between .. and | decide between .. and | rent or buy | buy or rent
        set priorities | both sides | explain both | que harias | was wurdest du
        weigh* | pros and cons | pro and con | pros cons | for and against
        arguments for/against/on | what are the arguments | speaks for/against
        trade off* | tradeoff*
        torn between | cost benefit | dilemma | crossroads | in two minds
        of two minds | on the fence | cant decide | cannot decide | can not decide
        undecided
        compare .. <them> | comparing | comparison
        compare (these/those/them/both) for/with/by | side by side
        next to each other | like for like
        think (it/this/that/these/things/everything) (all) through
        think .. through with | thinking through | talk/walk me/us through
        reason through | devils advocate | second opinion | sanity check
        neutral eye | fresh eyes | see .. clearly | rank <them> | rate <them>
        score <them> | grade <them> | sort <them> .. by | rate .. by | prioriti*
        evaluat* | assess*
        tips/tip the balance/decision/scales | on the scales | in the balance
        which (one) (of) <them> | which one/ones .. <best> | which .. first
        which would you/i | which way .. go
        which direction* | which fits/suits/helps/matters
        which .. closes/leaves/keeps/wins/loses | which battle
        what would you consider/weigh/look/put/check/prioritise/prioritize
        what should i/we .. consider/weigh/clarify/settle/ready/careful
        things to consider | what to consider | factors | criteria
        help me/us (to) decide/choose/weigh/compare/think/figure/sort/see/
        understand/pick/prioritise/prioritize/separate/untangle/find/work
        what each of | what (would/could/does/do/might/did) each
        what .. each .. (mean/cost/tell/need) | each of <them> | in each case
        where each .. breaks | sensible order | right order
        order of doing/questions/things | in what/which order
        talk me into | talk me out | convince me either | middle way | middle ground
        step in between | in between | rule out | ruled out | strike first
        what would have to be true | hold water | holds water
        worst case | best case | at stake | the stakes | consequences | downside*
        upside* | drawback* | what .. risk/risks | which .. risky | are risky
        what can/could go wrong | whats the catch
        gain and lose | gain or lose | win and lose | lose if | what do i lose/gain
        can be undone | what gives way | give up on the way | have to give up
        exit strategy | plan b | warning signs | red flags
        if you were me | in my shoes/place/position | what would you do
        where would you
        how would you score/rank/compare/approach/go/handle/play/think
        pros y contras | ventajas .. (e/y) .. inconvenientes/desventajas | sopesa*
        valorar | compara* | merece la pena | vale la pena | me/nos conviene
        dudo entre | estoy entre | que harias | en mi lugar | cual de | que opcion
        que riesgo* | que limites
        vor und nachteile | pro und contra | fur und wider | abwag* | wage* .. ab
        wagen/wagt .. ab | vergleich* .. (mir/uns/bitte/diese) | was spricht
        dafur und dagegen | zwickmuhle | hin und hergerissen
        in welche/welcher richtung | in welcher reihenfolge | was wurdest du
        welche wege | welcher weg
        pour et (le/les) contre | avantages et (les) inconvenients | peser
        dans la balance | compare* .. (moi/nous/ces/les) | vaut il mieux
        vaut mieux | vaut la peine | hesit* | plaide* | y voir clair
        voir plus clair | lequel/laquelle/lesquels/lesquelles | quels risques
        quel cap | a ma place | quelles conditions | quelle voie/direction
        que me conviene | que nos conviene | que conviene mas | que es mejor
        mejor opcion | que pesa mas | poner en la balanza | en la balanza | que gano
        que pierdo | que se gana | que se pierde | a favor y en contra
        argumentos a favor | en que me fijo | que tener en cuenta
        ayudame a decidir | ayudame a elegir | ayudanos a | no me decido
        no se que hacer | me lo planteo | que considerarias | que mirarias
        que alternativas
        was ist besser | was ware besser | was ware klug/kluger/sinnvoll/fair
        was sollte ich bedenken/beachten/prufen/klaren
        worauf sollte/muss ich achten | was gewinne | was verliere
        was waren die risiken | was riskiere | hilf mir zu entscheiden
        hilf mir bei der entscheidung | ich kann mich nicht entscheiden | schwanke
        wage mit mir ab | was ist sinnvoller | welche variante | welche option*
        welches angebot | was passt besser | abzuwagen | was wiegt | gegenuberstell*
        que choisir | que gagne | qu est ce que je perds/gagne
        qu est ce que chacun | que dois je prendre en compte
        que faut il considerer/verifier | aide moi a choisir/decider/trancher/peser
        aidez moi a | je n arrive pas a choisir/decider/trancher | je balance entre
        partage entre | partagee entre | tiraille* | qu est ce qui serait
        quelle option | quelle est la meilleure | pour ou contre | les arguments
        trancher | que feriez vous | que ferais tu
        what makes the most | which makes | smarter battle | smart battle
        long view | what should decide | what decides | would leave us
        leave me with | to the end | thought through
        most ways open | keep .. open
        which decision | which of you | side of the coin
        worth the price | what would be fair | fair way | put to them
        make up my/our mind/minds | if and when | before or after
    """,
    "weighing hint": """
        compare | decide* | decision | decisions | deciding | choose | choosing
        choice | choices | options | option | alternatives | either | whether
        versus | vs | or just | or rather | worth it
        worth the/pushing/fighting/doing/staying/taking/keeping/one/a
        risks | risk | risky | do i risk | better off | sensible | level headed
        like an adult | honest* | reasonable | fair | owe | how much of | how far
        realistic* | advantage* | disadvantage*
        stay or | or stay | leave or | or leave | or quit | quit or | buy or
        sell or | or sell | or wait | wait or | rent or | in circles
        back and forth | long run | long term | bigger picture | on the one hand
        on the other hand | condition* | signs | in writing | settle
        what if | what happens if | would it be <best> | <best> to | more sensible
        makes sense | both | instead of | on paper | i could | or should i/we
        two offers | stopgap | offer | agree
        decidir* | riesgo* | opciones
        o seguir/quedarme/esperar/mejor/me | entscheid* | lohnt | oder | einerseits
        andererseits | risiko | risiken | ob ich/wir/es/das | decider | choisir
        ou bien | ou alors | option* | risque* | soit
    """,
    "diagnosing": """
        whats behind | whats really behind | really behind | lies behind
        was steckt hinter
        woher konnte | woher kommt | what i (actually/really) want from
        help me understand
        why do/does/did/am/is/are/have/has/cant/dont/wont/doesnt/isnt .. always/
        never/keep/keeps/still/every/only/constantly/again
        why .. none of | ^why only | why is it that | why .. keeps/keep
        why .. stick/sticks/collapse*/fails/broke | why .. and not | but not when
        why does (such/the/my/this/it)
        what is/could/might/may/was .. behind | whats (really) behind | lies behind
        underneath | whats (really/actually) going on
        what is (really/actually) going on | what drives | what exactly is it
        what is it (about/that) | what makes me/it/him/her/us/them/this/my/the
        what made me
        root cause* | real reason* | reasons why | possible reason*
        what .. reason* | what .. causes/causing/cause/triggers
        where does/did .. come from | where .. comes from | where .. coming from
        bottom of | get to the root
        work/working/worked/figure/figuring/find/finding/sort/sorting/puzzle/
        puzzling/spell/make out .. what/why/which/whether/where/how/if
        sort (it/this/that/them) out with | work .. out with | sort out with
        sort .. properly | sort out
        what am i/we missing/overlooking/avoiding/not | whats missing
        what is missing | what are we .. (defending/avoiding/missing/doing)
        how do/can/would/could/should/will i/we/you .. tell/know/notice/see/
        distinguish .. from/apart/whether/which/if/that/when/difference
        how (would/will/do/can/could) i notice | how (do/would/can) i measure
        tell me how id | way of knowing | ways of knowing
        cant tell (if/whether/which) | can not tell | cant separate | tell .. apart
        tell the difference | common thread* | common denominator
        what (it/this) is actually | what this actually | is (really/actually) about
        really about
        understand why/what/where/how/which/it/this/that/whats | make sense of
        making sense of | diagnose | analyse | analyze | contradict* | take .. apart
        break (it/this/that/them/things) down
        what do/does/did/would/could/might this/that/it/these/those/they .. tell/say
        what .. say about | where did (it/this/things/i/we) .. go/derail/start
        go wrong | went wrong | off the rails | is it one | read into
        reading .. fit | what reading | something wrong with me
        might be about | might i be | what might .. be | could it be that
        which part/parts | what part/parts | separate .. from | different angle
        pull out the pattern | see a pattern | one pattern | is there a pattern
        find the pattern
        what .. afraid of | what .. protecting
        get/getting/got out of (it/this/being/that)
        what .. job/role/function/purpose of | what it would take
        what it (really) means | what that usually means
        how would you (go about) read/reading | what do i want from
        dig into | dig deeper | unpack | untangle | disentangle | look closer
        look at (that/this/it) with | look at .. closely | fooling myself
        a que se debe | de donde viene | que hay detras | entender | comprender
        analiza* | que parte | distinguir | que busco | darme cuenta
        por que siempre/nunca/me/sigo/no
        woran liegt | woran merke* | woran erkenne* | woher kommt | woher das
        was steckt | dahinter | verstehen | herausfinden | herauszufinden | analys*
        ursache* | wovon hang* | woran hang* | was ubersehe | welche aufgabe
        welche rolle | was passieren wurde | was ware wenn
        warum/wieso/weshalb .. immer/nie/standig/jedes/trotzdem/nur
        unterscheide ich
        d ou vient | d ou ca vient | ce qui se joue | ce qui se passe | comprendre
        analyse* | comment lire | faire le tri | demel*
        pourquoi .. toujours/jamais/encore
        me gustaria entender | quiero entender | quisiera entender | como se nota
        como noto | como distingo | como averiguo | que me pasa cuando
        que gano yo | que significa que
        por que me .. tanto | por que .. cada vez | de donde me viene | que patron
        que me impide
        ich wurde gern verstehen | ich mochte verstehen | ich will verstehen
        wie finde ich heraus | wie merke ich | wie erkenne ich | was passiert da
        was passiert mit mir | was steckt hinter | was hindert mich
        was habe ich davon | was bringt mir | wieso passiert mir | warum passiert
        warum gerade | warum reagiere ich | woran konnte es liegen
        was sagt das uber
        j aimerais comprendre | je voudrais comprendre | je veux comprendre
        comment savoir si | comment distinguer | comment reconnaitre
        qu est ce qui m empeche | qu est ce qui se passe | qu est ce que ca dit
        qu est ce que j y gagne | pourquoi est ce que je | pourquoi je
        d ou me vient | a quoi ca tient | a quoi je tiens
        what happens to me | what happens in me | what happens there
        what happens when i | what does he/she/it/they actually want
        what is it that i/makes/drives | whats different about
        what can i learn from | what it wants | why do i .. when/at/with/to
        why does my | why is it so/always | what keeps me | what stops me
        whats stopping | what holds me | what gets in
        is it fear/pride/habit/control/tiredness | get closer to it
        what would you ask me | how did we | slide into
    """,
    "diagnosing hint": """
        why | pattern | patterns | reason* | cause | causes | understand | wonder
        started to wonder | began to wonder | suspect* | explanation*
        explain/explains why | evidence | underlying | deep down | trigger*
        hypothesis | theory | theories
        maybe it | maybe its | or is it | or am i | or is he/she/this/that
        or are they | or does he/she/it | or do i | or was it | or was i | could be
        might be | where could/would/should/do i start | where to start/begin
        contradiction | connected to | connection between | figure | how come
        strange* | confus* | puzzl* | part of me | makes me wonder | says | thinks
        claims | so do i
        por que | razon* | motivo* | causa | warum | wieso | weshalb | grund
        grunde | interessiert | muster | pourquoi | raison* | cause*
    """,
    "planning": """
        week by week | month by month | day by day | quarter by quarter
        <unit> by <unit> | by (the) month | by (the) week | hour by hour
        plan/organise/organize/structure/map/split/divide/spread .. the/my/our .. <unit>
        use the (remaining/next/last) .. <unit>
        (build/make/give/create/set/draw/draft/write/design/plan/put/lay/map/
        sketch/work) me/us (out/up) .. <plan>
        build/make/set/draw/put/need/want/create/draft .. <plan> .. that/for/with/so
        <plan> .. from/till/until/before/by
        plan me | plan us | put together a/an
        <plan> .. around | around my | around the
        takes/taking/take .. into account | in mind | given that | given my
        considering (that) i/my | with only | i only have | ive only
        no more than | at most .. minutes/hours/a | hours a/per week/day
        minutes a/per day | lay out the | map out | set out | sketch out | rework
        rebuild (it/the/my) | redesign | from now till/until | into stages
        in stages | checkpoints | build up with
        how do/should/can/would/could i/we organise/organize/structure/plan/
        schedule/divide/split/fit
        over the next/coming
        next/coming five/ten/three/two/few/several/eight/5/10/8/3/2/15 years
        next decade | coming decade | in ten/five years | years ahead
        years from now | get there by | milestone* | quick wins
        how i get there | how do i get there
        what should i practise/do/learn/start first | what first | what next
        which steps | what steps | what should .. be different | set something up
        set me something
        que pasos | en que orden
        como (me/nos) organizo/organizamos/planifico/planteo/reparto/
        decidimos/decido
        plan (por) semanas/meses | plan de .. meses/semanas/anos
        (haces/hazme/hacerme/prepara*) un plan | sin quemarme/descuidar
        tenga/teniendo/tener en cuenta | proximos .. anos | anos vista
        dejar claro*
        wie gehe/gehen .. ran/vor | strukturiert
        wie teile/organisiere/plane/schaffe/baue | lernplan | zeitplan
        in kleinen stufen | ansetzen | durchdenk* | nachste* .. jahre* | womit fange
        comment (je/puis/m/nous/s) .. organiser/organise/repartir/planifier
        plan sur | plan de .. mois/semaines | parcours sur
        construire (un) .. plan/parcours/programme | prochaines annees
        tenant/tenir/tient compte | dans quel ordre
        en etapas | por etapas | por fases | paso a paso | con que empiezo
        por donde empiezo | que hago primero | como lo divido
        plan de estudio/entrenamiento | calendario | hasta navidad/verano/junio
        en catorce/doce/seis/tres meses | que senales
        schritt fur schritt | in etappen | in phasen | womit beginne
        womit fange ich an | was mache ich zuerst | wie verteile ich | wochenplan
        monatsplan | fahrplan | bis weihnachten/sommer/ostern | in einem jahr
        uber ein halbes jahr | in .. wochen | einen plan | erstell* .. plan
        mach .. plan | wie konnte ein weg | wie teile ich mir
        etape par etape | par etapes | semaine par semaine | mois par mois
        par quoi commencer | comment repartir | comment m y prendre | un programme
        un planning | un plan | d ici l ete/noel/juin | sur trois/six/douze mois
        progression
        set up the weeks | set up the autumn/winter/summer/spring/months
        how would you spread | spread it over | in checks | put in checks
        with a rule | rule for | say how i can tell | how i can tell
        each week
        way to see progress | draw me up | draw up a
        turn that into a programme/plan | break it down for | break that down
        break it into
    """,
    "planning hint": """
        <plan> | step by step | be ready to | until
        by christmas/summer/winter/spring/autumn/easter
        by june/july/may/march/april/october/november/december/january/
        february/august/september
        within | first
        without burning/giving/losing/quitting/telling/neglecting/
        interrogating/accusing/making/it/lying/somebody
        constraints | build something | set up | a week | a day | at the same time
        per week | next steps | years | months | weeks | deadline | budget
        each way | bad days | hasta | bis zum | bis zur | damit | jusqu
    """,
    "tips": """
        any (quick/good/easy) tips | tips | tip | quick tip* | any tricks
        any trick | any .. hacks | hacks | one line | in a word | one sentence
        quick question | no advice | just say | don t need solutions
        dont need solutions | whats the very
        is it ok/okay/normal/weird/rude/bad/too/true/possible/healthy | how long
        how often | how many | how much is/should/does/do | how much
        whats the best | what is the best | whats a | what is a | difference between
        which .. easiest | was ist | que es | c est quoi
    """,
}
