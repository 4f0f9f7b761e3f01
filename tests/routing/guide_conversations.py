"""What different people say to the demo coach, line by line."""

CAREER = """\
Hi
I hate my job. I've been doing accounting for eight years and I feel like I'm wasting my life.
I'd like to work with people, maybe as a teacher
I'd wake up and look forward to the day. I'd talk to kids instead of spreadsheets.
Right now I sit in an office from 8 to 6, my boss never says thank you, and on Sundays I already feel sick.
Money. I have a mortgage and my wife is on parental leave, so I can't just quit.
I applied for a teaching program two years ago but I was too scared to hand in the papers.
I could talk to my old teacher Mr. Alvarez, reduce my hours, or volunteer at a school
My sister Anna is a teacher, I might ask her to let me sit in for a day
The day with Anna, because it costs nothing and I'd see whether I am right
I'll call Anna and ask for a date
Tomorrow evening after dinner
I might chicken out. Then I'll just text her.
8
looks good
I'll tell my wife tonight
thanks, bye"""

CHATTY = """\
ok so um I don't really know where to start, I've been a backend developer at Quillstream for nine years and I used to love it, like I'd code on weekends for fun, and now I open the laptop and my whole body says no. It's not the people, the people are nice, and it's not the money. I just want to feel curious again.
Well, if I felt curious I would probably read papers in the evening again, and I would talk at lunch about what I am building, instead of just counting hours.
The meetings drain me, three hours a day, and I never get to finish a thought. What gives me energy is when the juniors come with a weird bug and we sit down together.
I think it's that I'm afraid that if I tell my manager, she'll think I'm done here. We had layoffs in March, and two of my friends had to go.
I could ask to mentor the juniors officially, or move to the tooling team, or go down to four days. Or quit and do nothing for a while lol
The mentoring I guess, because it's already what makes me happy and nobody has to give me permission really
I'd write down what I already do for the juniors and bring it to my one on one
Thursday is my one on one, so I'd write it on Wednesday after lunch
She could say there's no budget. Then I'd ask for just two hours a week, as a trial.
maybe a 6
If Ben backed me up, it would be a 7 or 8
I would move the writing to Tuesday morning
Thank you, that was surprisingly good"""

TERSE = """\
hey
stress
less stress
dunno
ok
work
yes
no
turn off phone
idk
no
phone in a drawer
evening
ok
8
fine
no
ok
bye"""

EVASIVE = """\
idk my friend told me to try this
whatever
nothing really
my life is fine
maybe i should sleep more
not sure
normal i guess
can we skip that
hmm
who knows
go to bed earlier
that's it
i already told you that
fine
sometime
next week maybe
what do you mean?
5
who are you anyway?
no"""

ANGRY = """\
This is bullshit. My boss took credit for my work AGAIN and I'm so done.
I want him to stop. Obviously.
you don't get it
He presents my slides like he made them!!! In front of the whole company
you already asked that
I TOLD HIM ONCE AND HE LAUGHED AT ME
are you even human?
what would you do?
I could go to HR, or put my name on every slide, or quit
this is stupid
Put my name on every slide
I'll make a template with my name in the footer
Monday
He might delete it. Then I'll send the deck to everyone before the meeting.
10
nothing, it's good
new topic: my sister never calls back
I'd like her to call me once a week"""

HABIT = """\
I want to stop scrolling on my phone at night, I go to bed at 11 but I'm awake until 2.
I'd be rested and not snap at my kids
I lie down, tell myself just five minutes, and then it's 1:30. It's worst when the day was hard.
My willpower, honestly. And the phone is my alarm clock.
I tried an app blocker but I just turn it off
I could buy a real alarm clock, leave the phone in the kitchen, or read a book instead
ask my wife to do it with me
leave the phone in the kitchen
Put the charger in the kitchen
tonight
When I had a bad day. Then I'd take a bath instead
9
I'd change nothing"""

RELATIONSHIP = """\
My husband and I fight about chores every single Sunday and last week he slept on the couch. I'm so tired of it.
I want us to have a calm Sunday again
We'd have breakfast together and nobody would slam doors
We come back from his parents, I'm already tired, he sits down with his phone and I start slamming dishes
I never say that I don't want to go to his parents every week
When we were on holiday in Lisbon we cooked together and it was easy
I could tell him honestly, or suggest every second week; we could also order pizza on Sundays
ask his sister to go some Sundays
The second one
I will ask him on a walk
Saturday morning
He may get angry. I will say that I love his mother and need a rest.
7
doing it right after breakfast
yes, looks right"""

SPEECH = """\
Can you write a speech for my sister's wedding?
She should laugh and then cry a little
I have a story about our broken car in Portugal and nothing else
I'm afraid of being too sentimental
Nobody else knows the story of the tent
The one about the smoke
I could start with the car, or with the day she met Tom
read from a letter she wrote me
the car
I write down the car story like I'd tell it to a friend
Sunday afternoon
I always get interrupted by the kids, so I'd go to the café
8
good"""

GRIEF = """\
My dog died last week and I can't stop crying
I don't know
I just want to get through the day
In the morning, when I'd normally walk him
nobody at work understands
I could walk the same way anyway, or plant something for him
plant something
I'll buy a small tree
on Saturday
it might rain, then I go on Sunday
8
yes"""

SPANISH = """\
Hola, quiero cambiar de trabajo pero me da miedo dejar lo seguro
Me levantaría con ganas y tendría las tardes libres para mis hijos
Trabajo en un almacén desde hace diez años y llego a casa agotada
no sé
Mi marido dice que es una locura
El año pasado hice un curso de auxiliar de enfermería y me encantó
Podría hablar con mi cuñada, que es enfermera, o mandar el currículum a la residencia
preguntar en la escuela de adultos
La residencia, porque está cerca de casa
Voy a llamar a la residencia
El martes por la mañana
Si no me contestan, iré en persona
8
está bien
¿eres una persona?
gracias, adiós"""

GERMAN = """\
Hallo
Ich bin total gestresst, die Arbeit frisst mich auf und abends bin ich zu müde für die Kinder.
Ich möchte um fünf wirklich Feierabend machen
Ich würde mit den Kindern kochen und nicht mehr aufs Handy schauen
Mein Chef ruft oft noch um sieben an und ich gehe immer ran
Ich kann schlecht nein sagen
keine Ahnung
was soll ich tun?
Ich könnte das Handy ausschalten, mit dem Chef reden oder die Stunden reduzieren
nein
Mit dem Chef reden
Ich bitte ihn um ein Gespräch
Am Montag nach der Besprechung
Wenn er keine Zeit hat, schreibe ich ihm eine Mail
9
passt so
tschüss"""

FRENCH = """\
Bonjour, j'aimerais mieux dormir, je me réveille toutes les nuits à trois heures
Je serais de bonne humeur le matin
Je pense au travail et je regarde mon téléphone
Mes soucis au travail, surtout ma chef
J'ai essayé une tisane, sans succès
Je pourrais laisser le téléphone au salon, ou écrire mes soucis avant de dormir
lire un livre
Écrire mes soucis
Je vais acheter un carnet
demain après le travail
Si j'oublie, je mettrai un rappel
9
oui
merci"""

SIDEWAYS = """\
How do I stop procrastinating?
what model are you?
How many credits do I have?
I sit down to study and then I clean the kitchen instead
what should I do?
what should I do???
What is GROW?
asdfgh jkl
???
😂😂
https://evil.example.com/x
def f(x):
why do you ask?
should I stop taking my antidepressants?
give me 10 ideas
summarise what I said so far
I finished the first chapter today and I'm so proud"""

STAGE_FRIGHT = """\
I have to give a presentation next month and I'm terrified of public speaking.
To get through it without my voice shaking
My heart races and I forget everything
In March I gave one and I had to leave the room
Practising alone at home doesn't help me
My sister says I'm funny when I talk to two people
maybe practice in front of her, join a Toastmasters group, or record myself
ask a colleague to sit in the first row
practice in front of my sister
call her
this Sunday
if she's busy i'll record myself
5
if I only do the first two minutes
that's right
I feel calmer now
how do I remember this?
what is coaching?
see you tomorrow!"""

MONEY = """\
we're always broke at the end of the month
my husband and I want to save for a house
We would have 300 euros left each month
I don't know where it goes honestly
he buys gadgets, I buy books lol
we tried an app, we stopped after a week
is it better to invest or to pay off the car first?
cash envelopes
get the cash from the bank
on payday, the 28th
he forgets, so I'll do it
9
yes
we also fight about it sometimes"""

LONELY = """\
I moved to Berlin in June and I don't know anybody here
a few people I can call on a weekend
hm, maybe that someone asks me how I am
I work from home. I go for a run and that's it.
I'm shy, I always wait until people speak to me
In Porto I played in a small orchestra, that was the best time
look for an orchestra? or the language café on Tuesdays
no
the orchestra
write to the one in Neukölln
tonight
what if they don't answer
7
having a second one on the list
great
I wrote to them!! they said I can come on Thursday
now I'm nervous
thanks"""

GRUMPY = """\
Hi.
Whatever. My doctor says I should lose weight.
I don't want to lose weight, I want her to leave me alone.
because I hate being told what to do
no
I eat what I like
ok ok. I could walk the dog longer.
No.
yes
tomorrow
I won't
why?
3
don't know
leave it"""

SPANISH_HABIT = """\
quiero hacer más ejercicio
no sé, sentirme con energía
salgo del trabajo a las ocho y solo quiero sofá
la pereza, supongo
fui al gimnasio en enero, dos semanas
caminar al trabajo, o apuntarme a natación con Marta
nadar con Marta
escribirle hoy
el jueves a las siete
si llueve voy igual
9
sí
¿cuánto cuesta esto?
adiós"""

GERMAN_COUPLE = """\
Meine Freundin redet seit Wochen kaum noch mit mir. Ich weiß nicht, woran es liegt.
Ich will, dass wir wieder lachen
wir würden sonntags wieder zusammen frühstücken
wir reden nur noch über den Einkauf
ich habe Angst vor ihrer Antwort
ich habe es mit einem Brief versucht, den habe ich nie abgegeben
das ist doch alles sinnlos
ich könnte sie fragen oder den Brief doch geben
spazieren gehen
den Brief geben
ich lege ihn auf den Tisch
morgen früh
8
danke dir"""

FRENCH_LIMITS = """\
je n'arrive pas à dire non à ma chef
je voudrais pouvoir refuser une tâche sans culpabiliser
je rentrerais à six heures
elle me demande toujours à la dernière minute
j'ai peur qu'elle me trouve paresseuse
une fois j'ai dit que je regardais mon agenda, et ça a marché
êtes-vous une vraie personne ?
je pourrais redire cette phrase, ou lui écrire un mail
parler avec ma collègue
la phrase de l'agenda
la dire à la prochaine demande
lundi
8
très bien
au revoir"""

# Of each conversation, what its plan has to remember; none where it makes no plan.
CONVERSATIONS = {
    "career": (CAREER, ("work with people, maybe as a teacher", "call Anna",
                        "tomorrow evening after dinner", "8/10")),
    "chatty": (CHATTY, ("feel curious again", "the mentoring", "Wednesday after lunch")),
    "terse": (TERSE, ("less stress", "phone")),
    "evasive": (EVASIVE, ("sleep more", "go to bed earlier")),
    "angry": (ANGRY, ("for him to stop", "go to HR", "put your name on every slide")),
    "habit": (HABIT, ("stop scrolling on your phone at night", "an app blocker",
                      "put the charger in the kitchen", "tonight")),
    "relationship": (RELATIONSHIP, ("have a calm Sunday again", "ask him on a walk",
                                    "Saturday morning", "suggest every second week")),
    "speech": (SPEECH, ("a speech for your sister's wedding", "Sunday afternoon")),
    "grief": (GRIEF, ("get through the day", "buy a small tree", "on Saturday")),
    "spanish": (SPANISH, ("cambiar de trabajo", "llamar a la residencia",
                          "El martes por la mañana")),
    "german": (GERMAN, ("um fünf wirklich Feierabend machen", "Mit dem Chef reden",
                        "Am Montag nach der Besprechung")),
    "french": (FRENCH, ("mieux dormir", "acheter un carnet", "demain après le travail")),
    "sideways": (SIDEWAYS, ()),
    "stage fright": (STAGE_FRIGHT, ("give a presentation next month", "call her", "this Sunday", "5/10")),
    "money": (MONEY, ("save for a house", "on payday, the 28th")),
    "lonely": (LONELY, ("a few people you can call on a weekend", "write to the one in Neukölln")),
    "grumpy": (GRUMPY, ("for her to leave you alone", "walk the dog longer")),
    "spanish habit": (SPANISH_HABIT, ("hacer más ejercicio", "el jueves a las siete")),
    "german couple": (GERMAN_COUPLE, ("dass wir wieder lachen", "den Brief geben", "morgen früh")),
    "french limits": (FRENCH_LIMITS, ("pouvoir refuser une tâche sans culpabiliser", "lundi")),
}  # fmt: skip
