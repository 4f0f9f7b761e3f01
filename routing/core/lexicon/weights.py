"""How much each piece of evidence counts, heaviest first.

Written by `benchmarks/fit_signals.py`: change the messages instead.
"""

from routing.core.lexicon.listing import weights
from routing.core.policy import Task

SIGNAL_WEIGHTS: dict[str, dict[str, float]] = {
    "requires_analysis": weights(
        """
        -6.60 always, 3.06 weighing, 2.72 either or, 2.55 diagnosing, 2.51 planning,
        2.45 over 140, 1.73 over 40, -1.60 tips, -1.37 summary, 1.29 weighing hint,
        1.25 list, 1.16 asks in a row, 1.13 later turn, 0.98 asks 2, 0.91 question
        over 12, 0.74 plan, 0.72 planning hint, 0.72 limits, -0.71 despair, 0.71
        asked thinking, 0.69 over 250, 0.61 thinking, -0.55 writing, 0.52 asks 3,
        -0.52 product, -0.50 personal, 0.45 over 80, -0.39 over 500, -0.38 basic,
        -0.31 fiction, 0.31 diagnosing hint, -0.24 asked plan, 0.22 draft, 0.15
        ideas, 0.13 question over 20, -0.12 asked limits
        """
    ),
    "requires_creativity": weights(
        """
        -5.57 always, 2.96 ideas, 2.24 writing, -1.94 not new, -1.50 product, 1.50
        genres, -1.42 basic, 1.41 over 40, -1.38 over 140, 1.26 writing hint, 1.21
        asked making, 1.06 asked quantity, -1.05 summary, 0.94 asked fiction, 0.93
        later turn, 0.74 asked amusement, -0.70 asked thinking, 0.64 quantity, 0.56
        amusement, 0.52 ideas hint, 0.50 over 80, 0.38 fiction, -0.38 tips, -0.07
        making, -0.06 asked genres
        """
    ),
    "simple": weights(
        """
        -5.14 draft, -4.08 over 80, 2.60 basic, -2.57 personal, -2.43 ideas, 2.27
        question, -2.27 weighing, -2.21 question over 12, -1.97 over 140, -1.97
        either or, 1.72 greeting, -1.71 diagnosing, -1.56 asks 2, -1.36 over 40,
        -1.36 summary, -1.23 diagnosing hint, 1.15 tips, -1.14 weighing hint, -1.13
        writing, -1.11 planning, 1.01 push, -0.82 feelings, 0.77 service, -0.66
        despair, -0.60 asks in a row, -0.50 always, -0.48 asked quantity, 0.43 asked
        making, -0.40 genres, -0.39 planning hint, -0.39 adjusting, 0.39 product,
        0.27 trivia, -0.24 asks 3, -0.16 list, -0.14 over 250, 0.12 not new, -0.07
        asked genres, -0.05 question over 20, -0.05 making
        """
    ),
    "faq": weights(
        """
        -5.76 always, 4.28 product, -2.00 weighing, -1.93 family, 1.75 product hint,
        -1.55 home, -1.31 over 140, 1.27 service, -1.21 feelings, 1.12 asked
        service, 1.08 question, -1.03 workplace, -1.00 diagnosing, -0.98 partner,
        -0.95 enterprise, -0.90 hiring, -0.84 later turn, -0.80 learning, -0.80
        errands, -0.71 not product, -0.63 writing, -0.57 food, -0.56 fiction, -0.55
        ideas, -0.23 summary, -0.09 over 250
        """
    ),
}

TASK_WEIGHTS: dict[Task, dict[str, float]] = {
    "advice": weights(
        """
        1.48 home, 1.29 before errands, 1.25 errands, 1.22 food, -1.13 diagnosing,
        1.06 somebody, -0.96 always, 0.94 before home, 0.82 question, -0.82
        planning, 0.80 partner, 0.77 asking help, -0.76 trivia, -0.74 over 250,
        -0.71 over 80, -0.70 summary, 0.70 weighing, 0.66 family, -0.66 enterprise,
        -0.59 writing, -0.57 effort, 0.54 money, -0.54 over 140, -0.53 genres, -0.49
        direction, 0.48 personal, -0.48 hiring, -0.47 before workplace, -0.46 push,
        -0.41 adjusting, 0.41 illness, -0.39 making, 0.39 before mind, -0.39 self,
        0.38 despair, -0.38 ideas, -0.37 before family, 0.36 before illness, -0.35
        before plan, 0.35 friends, -0.35 amusement, -0.34 quantity, 0.33 limits,
        0.32 tips, -0.32 handling, 0.29 greeting, 0.29 list, 0.28 over 40, -0.25
        product, 0.25 before service, -0.25 I am, -0.25 before push, 0.24 before
        handling, -0.24 before greeting, 0.23 before money, 0.23 not product, 0.23
        product hint, -0.22 mind, 0.21 occupations, 0.21 before effort, 0.21
        thinking, -0.20 telling, 0.19 before I am, -0.19 plan, -0.18 before food,
        -0.18 planning hint, -0.18 before friends, 0.17 before making, -0.16 over
        500, -0.16 before quantity, -0.16 learning, -0.14 draft, -0.13 before
        hiring, 0.13 service, -0.12 before limits, 0.12 before telling, 0.12
        workplace, -0.11 before genres, -0.10 before feelings, -0.09 feelings, -0.08
        diagnosing hint, 0.08 basic, -0.08 before somebody, -0.07 before amusement,
        -0.07 before enterprise, -0.05 weighing hint
        """
    ),
    "brainstorm": weights(
        """
        2.13 ideas, 1.13 quantity, 1.09 diagnosing hint, 1.07 not new, -0.82 I am,
        0.77 amusement, -0.66 product hint, 0.64 genres, 0.59 over 40, -0.59 limits,
        0.57 weighing hint, -0.53 between people, 0.52 service, 0.51 tips, -0.50
        diagnosing, 0.50 food, -0.49 basic, -0.47 product, -0.45 planning hint,
        -0.45 writing, -0.43 push, -0.43 asking help, 0.39 before genres, 0.39 over
        80, 0.35 occupations, 0.35 over 140, -0.32 self, -0.31 direction, -0.31
        despair, 0.29 before workplace, 0.29 trivia, -0.28 summary, -0.27 greeting,
        0.27 before family, -0.26 draft, -0.24 not product, -0.20 question, -0.20
        fiction, -0.19 later turn, 0.19 before amusement, 0.18 before plan, -0.17
        adjusting, -0.17 errands, -0.16 before between people, -0.16 before effort,
        -0.14 mind, -0.13 before somebody, 0.13 before enterprise, 0.13 before
        errands, -0.13 before telling, -0.12 thinking, -0.12 plan, 0.12 learning,
        -0.11 handling, -0.11 making, -0.11 home, 0.11 family, -0.10 before push,
        -0.10 money, -0.10 before thinking, -0.09 over 250, 0.09 personal, -0.09
        before I am, -0.09 always, -0.09 partner, 0.08 before handling, -0.08 before
        greeting, 0.08 workplace, -0.08 before limits, 0.07 illness, -0.07 list,
        0.07 before occupations, 0.07 weighing, 0.06 enterprise, -0.05 before food
        """
    ),
    "career": weights(
        """
        2.84 hiring, 1.82 workplace, 1.74 before workplace, -0.94 family, -0.93
        diagnosing hint, 0.91 weighing hint, 0.82 before hiring, -0.75 friends,
        -0.73 summary, -0.72 partner, 0.70 weighing, 0.68 over 250, 0.66 telling,
        -0.65 service, 0.65 draft, 0.59 asking help, -0.59 before errands, 0.57
        making, 0.54 mind, 0.50 before feelings, 0.49 between people, -0.47 before
        push, 0.44 always, -0.44 trivia, 0.44 before thinking, -0.43 home, -0.43
        quantity, -0.40 food, -0.38 before family, 0.38 before telling, 0.38
        writing, -0.38 before food, -0.37 later turn, -0.37 before greeting, -0.36
        greeting, -0.36 over 500, -0.35 fiction, 0.35 before I am, -0.34 tips, -0.33
        despair, -0.32 planning, -0.31 before mind, -0.29 handling, 0.28 before
        learning, -0.28 before money, 0.28 personal, -0.27 ideas, -0.26 before
        between people, -0.25 over 140, -0.25 money, 0.25 planning hint, -0.24
        thinking, -0.24 over 40, 0.23 somebody, 0.22 basic, -0.22 not new, -0.21
        before enterprise, -0.21 before limits, -0.21 before home, -0.18 before
        partner, 0.17 I am, 0.16 product, 0.16 enterprise, -0.15 before somebody,
        -0.15 before service, -0.14 push, -0.13 product hint, 0.12 list, -0.11
        before effort, -0.11 direction, -0.11 self, 0.10 occupations, 0.10 not
        product, 0.10 effort, -0.10 before amusement, -0.10 before plan, -0.09
        amusement, -0.08 before illness, -0.08 plan, -0.08 feelings, -0.08
        adjusting, 0.07 illness, -0.07 genres, -0.07 before occupations, -0.07
        before handling, 0.06 diagnosing, -0.05 before genres
        """
    ),
    "coaching": weights(
        """
        1.84 self, 1.23 feelings, -0.99 effort, 0.89 always, 0.89 diagnosing, -0.87
        despair, -0.73 between people, -0.71 draft, 0.70 over 80, 0.65 I am, -0.65
        workplace, -0.63 hiring, -0.63 before I am, -0.59 before errands, -0.58
        before partner, 0.57 before feelings, -0.56 product hint, -0.56 push, -0.54
        not product, 0.53 before mind, -0.52 food, -0.46 fiction, 0.45 mind, -0.45
        before effort, -0.44 before handling, -0.44 adjusting, -0.44 before
        workplace, -0.42 weighing hint, -0.41 greeting, 0.41 before limits, -0.40
        summary, 0.40 later turn, -0.39 product, -0.36 weighing, -0.35 before
        between people, 0.34 asking help, -0.34 before family, -0.34 before
        somebody, 0.34 over 500, -0.34 planning hint, -0.33 somebody, 0.32 telling,
        -0.31 direction, -0.31 before hiring, 0.30 before self, 0.30 diagnosing
        hint, -0.30 amusement, -0.30 money, -0.28 before home, -0.28 planning, 0.26
        writing, 0.26 before quantity, -0.25 before food, 0.24 over 140, -0.23
        family, 0.22 home, 0.21 illness, -0.21 list, -0.21 limits, 0.20 plan, 0.18
        genres, -0.18 friends, -0.17 errands, -0.17 before learning, -0.16 before
        illness, 0.15 before thinking, 0.15 enterprise, -0.14 over 250, 0.14 before
        push, -0.14 before service, 0.14 before greeting, -0.13 before trivia, -0.12
        before telling, -0.11 before plan, -0.11 basic, 0.11 occupations, 0.11
        learning, -0.10 trivia, 0.10 over 40, -0.10 before money, -0.09 before
        direction, -0.09 partner, 0.09 before enterprise, 0.08 making, 0.07 service,
        -0.06 quantity, -0.06 tips, -0.06 ideas, -0.06 personal, -0.05 before making
        """
    ),
    "development_plan": weights(
        """
        2.34 learning, 1.60 planning, 1.09 plan, 1.00 before plan, -0.96 always,
        0.84 adjusting, 0.71 limits, 0.66 planning hint, -0.59 money, 0.56 before
        food, -0.56 home, -0.54 weighing, -0.50 not new, 0.49 before handling, -0.49
        telling, 0.47 tips, 0.43 I am, -0.39 errands, -0.37 before mind, -0.35
        somebody, -0.35 diagnosing, 0.35 question, -0.35 hiring, -0.35 thinking,
        -0.34 over 80, 0.34 over 40, 0.32 asking help, -0.31 partner, -0.31 service,
        -0.28 product, -0.26 self, -0.25 before telling, 0.24 later turn, -0.23
        before effort, 0.23 basic, -0.23 draft, 0.22 before learning, 0.22 before
        friends, -0.22 mind, -0.21 not product, -0.21 push, -0.19 weighing hint,
        -0.17 before workplace, 0.17 family, 0.16 before trivia, -0.16 diagnosing
        hint, -0.16 before family, -0.15 ideas, -0.15 trivia, 0.15 list, -0.15
        illness, -0.15 enterprise, -0.14 workplace, -0.14 feelings, -0.12 summary,
        -0.12 quantity, 0.11 writing, -0.11 before home, 0.11 before greeting, -0.10
        product hint, 0.10 over 140, 0.10 before genres, 0.10 before illness, 0.09
        before asking help, -0.08 before feelings, -0.07 before I am, -0.07 before
        between people, -0.07 before somebody, -0.07 before errands, 0.07 before
        push, 0.07 greeting, -0.06 occupations, 0.06 genres, 0.06 amusement, -0.06
        before thinking, -0.05 making, 0.05 before service, -0.05 direction, -0.05
        before partner
        """
    ),
    "motivation": weights(
        """
        2.47 push, 1.53 effort, 0.83 diagnosing, 0.82 before effort, -0.81 asking
        help, -0.76 plan, 0.72 planning hint, -0.65 family, -0.63 before feelings,
        -0.61 between people, 0.59 always, 0.58 handling, -0.55 money, -0.55
        planning, -0.55 somebody, -0.52 weighing, 0.50 over 80, -0.50 question,
        -0.49 hiring, 0.49 adjusting, 0.46 over 40, 0.46 limits, 0.45 before push,
        -0.41 enterprise, 0.39 illness, -0.37 direction, 0.37 before money, -0.37
        ideas, -0.37 draft, -0.36 genres, -0.35 telling, -0.35 despair, -0.34 before
        thinking, -0.34 service, -0.33 product, 0.32 workplace, -0.32 before family,
        -0.32 before greeting, 0.31 before limits, 0.28 before errands, 0.27
        writing, -0.27 before between people, 0.26 I am, -0.26 feelings, 0.25 before
        mind, -0.23 errands, -0.23 weighing hint, -0.21 over 250, 0.21 over 140,
        -0.20 before workplace, -0.20 friends, -0.20 before somebody, -0.20 trivia,
        -0.20 thinking, -0.18 fiction, -0.17 before plan, -0.16 before genres, -0.14
        occupations, -0.14 quantity, -0.12 partner, -0.12 home, 0.12 before I am,
        -0.11 before enterprise, 0.11 self, -0.11 not new, -0.10 personal, 0.10
        making, 0.10 summary, -0.08 before telling, -0.08 before partner, -0.08
        before illness, -0.08 before food, -0.08 before self, -0.07 not product,
        -0.06 over 500, -0.06 learning
        """
    ),
    "other": weights(
        """
        2.42 always, 1.93 trivia, 1.90 fiction, 1.38 despair, -1.09 question, -1.05
        limits, 1.02 greeting, -0.94 partner, -0.90 later turn, -0.82 service, -0.75
        learning, -0.67 workplace, -0.65 hiring, -0.62 tips, 0.61 handling, -0.57
        quantity, -0.54 somebody, -0.53 basic, 0.51 feelings, -0.51 push, -0.49
        draft, 0.49 genres, -0.47 self, -0.46 asking help, -0.45 friends, -0.44
        before telling, -0.43 planning hint, -0.43 direction, 0.42 before greeting,
        0.41 before illness, 0.40 writing, -0.40 before mind, -0.40 over 40, -0.39
        errands, 0.38 I am, -0.37 before workplace, 0.36 not product, -0.36 illness,
        0.36 thinking, -0.34 over 140, -0.34 product, 0.31 before quantity, -0.30
        diagnosing, -0.28 weighing, -0.26 not new, 0.25 over 80, -0.24 mind, -0.24
        home, 0.21 between people, -0.21 adjusting, 0.20 diagnosing hint, -0.19
        before handling, 0.18 money, 0.18 amusement, 0.18 before feelings, -0.17
        personal, -0.16 food, -0.15 making, -0.15 before genres, 0.14 before making,
        -0.13 before limits, 0.12 weighing hint, -0.12 before between people, -0.11
        planning, -0.11 before effort, -0.11 before push, -0.10 before errands,
        -0.10 before family, -0.10 occupations, -0.09 summary, -0.09 before I am,
        -0.09 before learning, -0.08 telling, -0.07 before home, 0.06 effort, -0.06
        before somebody, -0.06 before trivia, -0.06 before self, -0.06 enterprise
        """
    ),
    "product_faq": weights(
        """
        2.87 product, 1.55 service, 1.46 product hint, -1.21 always, 0.77 question,
        -0.58 somebody, -0.57 home, -0.55 family, -0.48 errands, -0.45 feelings,
        -0.39 telling, -0.39 learning, -0.38 thinking, -0.37 weighing hint, 0.35
        plan, -0.33 enterprise, -0.32 partner, -0.32 weighing, -0.31 over 40, -0.29
        between people, -0.28 hiring, -0.27 limits, -0.26 food, -0.26 workplace,
        -0.26 writing, -0.25 tips, -0.25 direction, -0.25 greeting, -0.23 not
        product, -0.23 I am, 0.22 before I am, 0.20 effort, -0.18 trivia, -0.15
        handling, -0.14 before telling, -0.14 push, -0.13 making, 0.12 money, -0.11
        friends, -0.11 over 140, -0.09 summary, -0.09 diagnosing, -0.09 ideas, -0.08
        illness, -0.07 fiction, -0.07 later turn, 0.07 diagnosing hint, 0.07 basic,
        -0.07 before somebody, -0.07 quantity, -0.07 genres, -0.06 before handling,
        -0.06 before effort
        """
    ),
    "relationship": weights(
        """
        1.82 between people, 1.63 partner, 1.49 friends, 1.42 family, 1.22 before
        between people, 1.12 somebody, -1.10 workplace, 1.07 before somebody, 0.87
        before family, 0.83 before partner, -0.82 enterprise, -0.81 plan, -0.77
        learning, -0.70 before workplace, -0.69 ideas, -0.66 illness, -0.63 fiction,
        0.62 before food, 0.59 limits, 0.59 telling, -0.58 hiring, 0.56 over 40,
        -0.55 mind, -0.53 summary, -0.47 effort, 0.47 diagnosing, 0.46 always, 0.46
        planning, -0.45 occupations, -0.42 personal, -0.42 before illness, -0.41
        diagnosing hint, 0.40 draft, -0.40 handling, -0.40 before enterprise, -0.39
        before plan, 0.39 asking help, -0.35 over 80, -0.34 planning hint, 0.34
        writing, -0.33 amusement, -0.33 feelings, -0.30 before thinking, -0.30
        before mind, 0.29 making, 0.29 over 500, -0.28 money, 0.27 thinking, 0.24
        before telling, 0.23 over 250, -0.23 product, -0.23 service, -0.22 later
        turn, -0.22 before hiring, -0.21 list, 0.20 despair, -0.18 weighing hint,
        -0.18 direction, -0.18 self, 0.17 weighing, -0.17 food, 0.17 adjusting, 0.15
        product hint, -0.14 before making, -0.14 before learning, 0.14 before I am,
        -0.14 before handling, -0.12 before self, 0.11 before greeting, 0.11 home,
        0.11 I am, 0.10 before trivia, -0.09 before money, 0.09 not new, -0.09
        trivia, 0.09 before push, 0.09 before genres, -0.08 before service, 0.08
        genres, -0.08 over 140, 0.06 greeting, -0.06 before home, 0.06 before
        amusement, -0.05 push
        """
    ),
    "strategy": weights(
        """
        2.58 direction, 1.56 enterprise, -1.12 always, 0.82 money, 0.81 before
        enterprise, -0.77 over 40, 0.76 basic, 0.64 over 140, 0.64 before family,
        0.63 weighing, -0.61 limits, 0.60 not product, -0.51 product, 0.49 question,
        0.45 before mind, 0.44 before workplace, 0.44 mind, 0.44 planning hint,
        -0.41 I am, -0.36 handling, -0.35 service, -0.35 family, 0.33 before
        direction, 0.31 before effort, 0.31 thinking, 0.31 amusement, -0.30 asking
        help, -0.29 workplace, -0.29 feelings, -0.28 telling, 0.28 over 250, -0.28
        not new, 0.27 before push, 0.26 over 80, 0.25 diagnosing, -0.25 before
        feelings, -0.22 trivia, 0.22 plan, -0.20 learning, -0.20 between people,
        -0.19 writing, -0.18 greeting, -0.18 genres, -0.18 before thinking, -0.17
        self, 0.17 summary, -0.17 before greeting, -0.16 before home, -0.15 before
        quantity, -0.15 somebody, -0.15 before between people, -0.14 before hiring,
        0.14 planning, -0.13 hiring, -0.12 friends, 0.11 diagnosing hint, -0.11
        effort, -0.11 adjusting, 0.10 tips, -0.10 before handling, -0.10 illness,
        -0.10 personal, -0.09 before somebody, 0.08 weighing hint, 0.07 later turn,
        -0.07 push, -0.07 draft, -0.06 product hint, -0.06 before food, 0.06
        quantity, -0.06 errands, -0.06 partner, -0.05 before learning, -0.05 before
        I am
        """
    ),
    "summary": weights(
        """
        2.69 summary, 1.26 draft, 1.00 later turn, 0.77 workplace, 0.75 hiring,
        -0.69 over 80, 0.68 limits, -0.61 question, 0.61 errands, -0.60 over 40,
        0.52 quantity, 0.50 enterprise, -0.46 always, 0.45 handling, 0.43 before
        greeting, 0.43 service, 0.41 before telling, 0.40 money, -0.38 asking help,
        0.36 before thinking, -0.34 planning hint, 0.33 family, 0.32 effort, -0.28 I
        am, -0.28 writing, 0.26 home, -0.25 product hint, -0.25 weighing hint, -0.25
        weighing, 0.25 telling, -0.24 genres, -0.24 before errands, -0.23 basic,
        -0.22 product, -0.22 over 140, 0.22 partner, -0.21 learning, -0.21 food,
        0.21 before service, 0.20 illness, -0.19 before feelings, -0.18 diagnosing
        hint, -0.18 before effort, 0.18 before between people, -0.18 before
        enterprise, -0.18 making, -0.17 before mind, 0.17 before handling, 0.17 not
        new, -0.16 amusement, -0.16 between people, -0.15 before direction, -0.14
        ideas, -0.12 diagnosing, -0.12 feelings, 0.11 before somebody, 0.11
        thinking, -0.10 before food, 0.10 before partner, -0.10 adjusting, -0.10
        before genres, -0.09 tips, -0.09 before I am, 0.08 plan, -0.08 before push,
        0.08 push, -0.08 before workplace, -0.08 before family, 0.08 before hiring,
        0.08 somebody, -0.08 self, -0.07 trivia, 0.07 greeting, -0.07 despair, -0.07
        before illness, -0.07 friends, -0.07 direction, -0.06 before quantity, -0.05
        before making
        """
    ),
}
